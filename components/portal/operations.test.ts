import { expect, test } from 'vitest';
import { easiestCall, type Operation } from './operations';

const get = (path: string, needsKey = false): Operation => ({ method: 'GET', path, summary: '', needsKey });

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
