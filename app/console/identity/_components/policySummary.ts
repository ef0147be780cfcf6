/** A policy in a few words: `Allow execute-api:Invoke`, `3 statements: Allow, Deny` */
export function policySummary(document: string): string {
  const statements = statementsOf(document);
  const [first] = statements;
  if (statements.length === 1 && first) return `${effectOf(first)} ${actionsOf(first)}`.trim();
  const effects = [...new Set(statements.map(effectOf))].join(', ');
  return `${statements.length} statements: ${effects}`;
}

type Statement = Record<string, unknown>;

function statementsOf(document: string): Statement[] {
  const parsed: unknown = JSON.parse(document);
  const found =
    typeof parsed === 'object' && parsed !== null && 'Statement' in parsed ? parsed.Statement : [];
  return [found].flat() as Statement[];
}

const effectOf = ({ Effect: effect }: Statement) => String(effect);

function actionsOf({ Action: action, NotAction: notAction }: Statement): string {
  const list = [action ?? notAction].flat().map(String).join(', ');
  return action === undefined ? `all but ${list}` : list;
}
