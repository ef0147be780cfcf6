import { describe, expect, test } from 'vitest';
import type { DocumentationPartType } from '@/lib/model/documentation';
import { type PartDraft, readPartDraft, toDraft } from './partDraft';

const empty: PartDraft = { summary: '', description: '', tags: '', rest: '' };

describe('properties and form are one thing', () => {
  test.each<[rule: string, type: DocumentationPartType, properties: object, draft: Partial<PartDraft>]>([
    [
      'a method',
      'METHOD',
      { summary: 's', description: 'd', tags: ['a', 'b'] },
      { summary: 's', description: 'd', tags: 'a, b' },
    ],
    ['nothing', 'METHOD', {}, {}],
    [
      'what has no field',
      'MODEL',
      { description: 'd', 'x-a': 1 },
      { description: 'd', rest: '{\n  "x-a": 1\n}' },
    ],
    ['a summary where there is no field', 'MODEL', { summary: 's' }, { rest: '{\n  "summary": "s"\n}' }],
    ['a description that is no text', 'METHOD', { description: 1 }, { rest: '{\n  "description": 1\n}' }],
    ['tags with commas', 'METHOD', { tags: ['a,b'] }, { rest: '{\n  "tags": [\n    "a,b"\n  ]\n}' }],
    ["the API's description in info", 'API', { info: { description: 'd' } }, { description: 'd' }],
    [
      'info with more',
      'API',
      { info: { description: 'd', license: 1 } },
      { description: 'd', rest: '{\n  "info": {\n    "license": 1\n  }\n}' },
    ],
  ])('%s', (_rule, type, properties, draft) => {
    expect(toDraft(type, properties as Record<string, unknown>)).toEqual({ ...empty, ...draft });
    expect(readPartDraft(type, { ...empty, ...draft })).toEqual({ properties });
  });
});

test.each<[rule: string, type: DocumentationPartType, draft: Partial<PartDraft>, problem: RegExp]>([
  ['no JSON', 'METHOD', { rest: '{' }, /JSON/],
  ['a list', 'METHOD', { rest: '[]' }, /^Properties must be a JSON object$/],
  ['a key twice', 'METHOD', { summary: 's', rest: '{"summary":"t"}' }, /^"summary" has a field of its own/],
  ['info that is none', 'API', { description: 'd', rest: '{"info":1}' }, /^"info" must be an object$/],
  [
    'info.description twice',
    'API',
    { description: 'd', rest: '{"info":{"description":1}}' },
    /^"info.description"/,
  ],
])('%s is told', (_rule, type, draft, problem) => {
  expect(readPartDraft(type, { ...empty, ...draft })).toEqual({ problem: expect.stringMatching(problem) });
});

test('tags are trimmed, and each is there once', () => {
  const read = readPartDraft('METHOD', { ...empty, tags: ' a ,, b, a ' });
  expect(read).toEqual({ properties: { tags: ['a', 'b'] } });
});
