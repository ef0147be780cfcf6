/** GET on the root of an API, answered by MOCK, made anew for each test. */
import { beforeEach } from 'vitest';
import type { Actor } from '@/lib/model/role';
import { editor, mockApi, type TestControl, testControl } from '../testControl';

export interface MethodBench {
  kit: TestControl;
  restApiId: string;
  /** id of the root resource */
  root: string;
  /** the first arguments of an operation on a verb of the root */
  at(verb?: string): readonly [actor: Actor, restApiId: string, resourceId: string, verb: string];
}

/** Call it at a file's top. */
export function methodBench(): MethodBench {
  const bench: MethodBench = {
    kit: testControl(),
    restApiId: '',
    root: '',
    at: (verb = 'GET') => [editor, bench.restApiId, bench.root, verb],
  };
  beforeEach(async () => {
    const { id, rootResourceId } = await mockApi(bench.kit);
    Object.assign(bench, { restApiId: id, root: rootResourceId });
  });
  return bench;
}

/** The messages of mappings that cannot be read, and of those whose parameter the method does not declare. */
export const mapping = (expression: string) =>
  `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${expression}]`;
export const parameter = (name: string) =>
  `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: ${name}]`;
export const http = { type: 'HTTP', httpMethod: 'GET', uri: 'http://backend.example/pets' };
