import { expect, test } from 'vitest';
import { easiestCall, type Operation, operations, withPathProse } from './operations';

const key = { name: 'x-api-key', in: 'header', placeholder: 'YOUR_API_KEY' } as const;
const get = (path: string, needsKey = false): Operation => ({
  method: 'GET',
  path,
  summary: '',
  needsKey,
  credentials: needsKey ? [key] : [],
});

test.each([
  [
    'one that needs no key is taken before one that does',
    [get('/secret/things', true), get('/pets')],
    '/pets',
  ],
  ['with nothing open, one that needs a key', [get('/secret', true)], '/secret'],
  ['a path parameter would have to be known', [get('/pets/{petId}'), get('/pets')], '/pets'],
  ['the root is more often a welcome page than data', [get('/'), get('/pets')], '/pets'],
  ['only GET changes nothing', [{ ...get('/pets'), method: 'POST' }], undefined],
])('easiest call: %s', (_, list, path) => {
  expect(easiestCall(list)?.path).toBe(path);
});

test("a path's prose stands with those of its operations that have none", () => {
  const document = withPathProse({
    openapi: '3.0.1',
    paths: { '/pets': { summary: 'Pets', description: 'All', get: { summary: 'Lists' }, post: {} } },
  });
  expect(document.paths).toMatchObject({
    '/pets': { get: { summary: 'Lists', description: 'All' }, post: { summary: 'Pets', description: 'All' } },
  });
  expect(operations(document).map(({ method, summary }) => `${method} ${summary}`)).toEqual([
    'GET Lists',
    'POST Pets',
  ]);
});
