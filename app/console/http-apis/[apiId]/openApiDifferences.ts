import type { Change } from '@/lib/model/deployment';

/** What a deployment freezes of an API, by what it is called: `GET /pets`, `Authorizer jwt`, … */
export type ApiParts = ReadonlyMap<string, unknown>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const entriesOf = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);

/** @param text an OpenAPI 3 document in JSON, as ExportApi writes it with extensions */
export function readOpenApi(text: string): ApiParts {
  const document: unknown = JSON.parse(text);
  if (!isObject(document)) return new Map();
  const parts = new Map<string, unknown>();
  for (const [path, item] of entriesOf(document.paths))
    for (const [verb, operation] of entriesOf(item)) parts.set(routeWords(verb, path), operation);
  const components = isObject(document.components) ? document.components : {};
  for (const [name, scheme] of entriesOf(components.securitySchemes)) parts.set(`Authorizer ${name}`, scheme);
  for (const [name, integration] of entriesOf(components['x-amazon-apigateway-integrations']))
    parts.set(`Integration ${name}`, integration);
  return parts;
}

function routeWords(verb: string, path: string): string {
  if (path === '/$default') return '$default';
  return `${verb === 'x-amazon-apigateway-any-method' ? 'ANY' : verb.toUpperCase()} ${path}`;
}

/** As sentences, with the values behind. */
export function differences(before: ApiParts, after: ApiParts): Change[] {
  const changes: Change[] = [];
  for (const [subject, value] of before)
    if (!after.has(subject))
      changes.push({ kind: 'removed', subject, sentence: `${subject} removed`, before: value });
  for (const [subject, value] of after) {
    const old = before.get(subject);
    if (!before.has(subject))
      changes.push({ kind: 'added', subject, sentence: `${subject} added`, after: value });
    else if (JSON.stringify(old) !== JSON.stringify(value))
      changes.push({ kind: 'changed', subject, sentence: `${subject} changed`, before: old, after: value });
  }
  return changes;
}
