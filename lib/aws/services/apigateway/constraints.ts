import { AwsError } from '../../AwsError';

const OPS = ['add', 'remove', 'move', 'test', 'replace', 'copy'];

/** Where a member of the body stands, as the service says it: `createRestApiInput.endpointConfiguration`. */
export function inBody(operation: string, path: string): string {
  return `${operation.charAt(0).toLowerCase()}${operation.slice(1)}Input.${path}`;
}

/** @param value as it was sent; a list is told in brackets */
export function unmetEnum(value: unknown, at: string, known: readonly unknown[]): string {
  const set = `Member must satisfy enum value set: [${known.join(', ')}]`;
  return Array.isArray(value)
    ? unmet(`'[${value.join(', ')}]'`, at, `Member must satisfy constraint: [${set}]`)
    : unmet(`'${value}'`, at, set);
}

export const unmetPattern = (value: unknown, at: string, pattern: string) =>
  unmet(`'${value}'`, at, `Member must satisfy regular expression pattern: ${pattern}`);

export const missing = (at: string) => unmet('null', at, 'Member must not be null');

/** What the list of a PATCH has that is no operation. @param operations as sent */
export function unmetOps(operation: string, operations: unknown): string[] {
  if (!Array.isArray(operations)) return [];
  return operations.flatMap((each: unknown, index) => {
    const op = typeof each === 'object' && each && 'op' in each ? each.op : undefined;
    if (typeof op !== 'string' || OPS.includes(op)) return [];
    return unmetEnum(op, inBody(operation, `patchOperations.${index + 1}.member.op`), OPS);
  });
}

/** All that a request misses, told together, as recorded on the service (reference/control-plane.md section 2). */
export function validationError(told: readonly string[]): AwsError {
  const count = `${told.length} validation error${told.length > 1 ? 's' : ''} detected`;
  return new AwsError('ValidationException', `${count}: ${told.join('; ')}`);
}

function unmet(value: string, at: string, constraint: string): string {
  return `Value ${value.slice(0, 1000)} at '${at}' failed to satisfy constraint: ${constraint}`;
}
