import { expect, test } from 'vitest';
import { diffDocumentation } from './diffDocumentation';
import type { DocumentationPart, DocumentationPartLocation } from './documentation';

const part = (location: DocumentationPartLocation, properties: object): DocumentationPart => ({
  location,
  properties: JSON.stringify(properties),
});
const get = { type: 'METHOD', path: '/pets', method: 'GET' } as const;

test.each<[rule: string, before: DocumentationPart[], after: DocumentationPart[], sentences: string[]]>([
  ['nothing', [part(get, { a: 1 })], [part(get, { a: 1 })], []],
  ['a part more', [], [part(get, {})], ['GET /pets documented']],
  ['a part less', [part({ type: 'API' }, {})], [], ['API no longer documented']],
  [
    'members of one',
    [part(get, { summary: 'Lists', tags: ['a'] })],
    [part(get, { summary: 'Lists all', description: 'd' })],
    [
      'GET /pets: summary changed from Lists to Lists all',
      'GET /pets: tags removed',
      'GET /pets: description added',
    ],
  ],
  [
    'the same location, written with and without defaults',
    [part({ type: 'RESPONSE' }, {})],
    [part({ type: 'RESPONSE', path: '/', method: '*', statusCode: '*' }, {})],
    [],
  ],
])('%s', (_rule, before, after, sentences) => {
  expect(diffDocumentation(before, after).map(({ sentence }) => sentence)).toEqual(sentences);
});
