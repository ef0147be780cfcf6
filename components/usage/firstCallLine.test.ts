import { expect, test } from 'vitest';
import { firstCallLine } from './firstCallLine';

const security = [{ api_key: [] }];
const components = {
  securitySchemes: {
    api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
    guard: { type: 'apiKey', name: 'Authorization', in: 'header' },
    ticket: { type: 'apiKey', name: 'ticket', in: 'query' },
  },
};
const base = 'http://a1.example/prod';

test.each([
  [
    'an open GET before one with a key',
    { '/a': { get: { security } }, '/b': { get: {} } },
    false,
    `curl '${base}/b'`,
  ],
  [
    'a GET without parameters before one with',
    { '/a/{id}': { get: {} }, '/b': { get: {} } },
    false,
    `curl '${base}/b'`,
  ],
  ['a parameter gets a value', { '/a/{id}/{proxy+}': { get: {} } }, false, `curl '${base}/a/1/1'`],
  ['any verb but a preflight', { '/a': { options: {}, post: {} } }, false, `curl -X POST \\\n  '${base}/a'`],
  [
    'a keyed call where calls count by key',
    { '/a': { get: {}, post: { security } } },
    true,
    `curl -X POST \\\n  -H 'x-api-key: YOUR_API_KEY' \\\n  '${base}/a'`,
  ],
  [
    'an authorizer’s header is no API key',
    { '/a': { get: { security: [{ guard: [] }] } } },
    false,
    `curl -H 'Authorization: YOUR_TOKEN' \\\n  '${base}/a'`,
  ],
  [
    'what is asked for together is sent together',
    { '/a': { get: { security: [{ ticket: [] }, { api_key: [] }] } } },
    true,
    `curl -H 'x-api-key: YOUR_API_KEY' \\\n  '${base}/a?ticket=YOUR_TOKEN'`,
  ],
  ['none where none counts', { '/a': { get: {} } }, true, undefined],
  ['none of an empty document', {}, false, undefined],
])('%s', (_name, paths, keyed, line) => {
  expect(firstCallLine({ paths, components }, base, keyed)).toBe(line);
});
