import { compileStatement, type Statement, type StatementRules } from './compileStatement';
import type { PolicyDecision, PolicyRequest } from './PolicyRequest';
import { readPolicy } from './readPolicy';

export interface Policy {
  /** A Deny wins over every Allow; undefined: no statement applies. */
  decide(request: PolicyRequest): PolicyDecision | undefined;
  /**
   * Every statement that applies. Asks all conditions of the statements that concern the request, so that its
   * context learns of each key that is wanted: `decide` stops at the first answer.
   */
  matching(request: PolicyRequest): PolicyDecision[];
}

/**
 * Makes a policy document ready to be asked
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
 * @throws MalformedPolicy with its place
 */
export function compilePolicy(text: string, rules: Omit<StatementRules, 'hasVariables'>): Policy {
  const { hasVariables, statements } = readPolicy(text);
  const compiled = statements.map((statement, index) =>
    compileStatement(statement, { ...rules, hasVariables }, `Statement[${index}]`),
  );
  return {
    decide: (request) => decide(compiled, request),
    matching: (request) => matching(compiled, request),
  };
}

function decide(statements: Statement[], request: PolicyRequest): PolicyDecision | undefined {
  let allowed: PolicyDecision | undefined;
  for (const [statement, { effect, applies }] of statements.entries()) {
    if (effect === 'Allow' && allowed) continue;
    if (!applies(request)) continue;
    if (effect === 'Deny') return { effect, statement };
    allowed = { effect, statement };
  }
  return allowed;
}

function matching(statements: Statement[], request: PolicyRequest): PolicyDecision[] {
  return statements.flatMap(({ effect, concerns, conditions }, statement) => {
    if (!concerns(request)) return [];
    const results = conditions.map((condition) => condition(request));
    return results.every(Boolean) ? [{ effect, statement }] : [];
  });
}
