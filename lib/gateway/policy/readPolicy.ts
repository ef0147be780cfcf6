import { MalformedPolicy } from './PolicyRequest';

/** The statements of a policy document as they stand. @throws MalformedPolicy */
export function readPolicy(text: string): { hasVariables: boolean; statements: Record<string, unknown>[] } {
  const document = parse(text);
  const { Version: version, Statement: statement } = document;
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17')
    throw new MalformedPolicy('Version', 'must be 2012-10-17 or 2008-10-17');
  for (const member of Object.keys(document))
    if (!['Version', 'Id', 'Statement'].includes(member))
      throw new MalformedPolicy(member, 'is not known here');
  const statements = Array.isArray(statement) ? statement : [statement];
  if (statement === undefined || statements.length === 0)
    throw new MalformedPolicy('Statement', 'a policy has at least one statement');
  return {
    hasVariables: version === '2012-10-17',
    statements: statements.map((one: unknown, index) => objectAt(one, `Statement[${index}]`)),
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    return objectAt(JSON.parse(text), '');
  } catch (error) {
    if (error instanceof MalformedPolicy) throw error;
    throw new MalformedPolicy('', `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function objectAt(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new MalformedPolicy(path, 'must be an object');
  return value as Record<string, unknown>;
}

/** One text or a list of texts; numbers and booleans count as their texts. @throws MalformedPolicy */
export function textsOf(value: unknown, path: string): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) throw new MalformedPolicy(path, 'is empty');
  return list.map((one) => {
    if (typeof one === 'string') return one;
    if (typeof one === 'number' || typeof one === 'boolean') return String(one);
    throw new MalformedPolicy(path, 'must be a text or a list of texts');
  });
}
