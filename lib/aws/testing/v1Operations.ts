import * as client from '@aws-sdk/client-api-gateway';

/** An operation of the V1 API as AWS's client writes it down. */
export interface V1Operation {
  name: string;
  method: string;
  /** e.g. `/restapis/{restApiId}`, with what tells it from another of the same path */
  path: string;
  /** of its input, by their names on the wire, and those that stand in the path among them */
  members: string[];
  labels: string[];
}

export const v1Operations: readonly V1Operation[] = Object.values(client as Record<string, unknown>).flatMap(
  (shape) => {
    if (!Array.isArray(shape) || shape[0] !== 9) return [];
    const [, , name, { http }, input] = shape as [9, string, string, { http: [string, string] }, unknown];
    const [method, path] = http;
    const labels = [...path.matchAll(/\{(\w+)\}/g)].map(([, label = '']) => label);
    return [{ name, method, path, labels, members: membersOf(input) }];
  },
);

function membersOf(input: unknown): string[] {
  const shape: unknown = typeof input === 'function' ? input() : input;
  return Array.isArray(shape) && Array.isArray(shape[4]) ? (shape[4] as string[]) : [];
}
