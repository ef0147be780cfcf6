import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { playgroundHref } from '@/components/console/playgroundHref';
import { examples } from './examples';
import { readTrial } from './readTrial';
import { decodeState, encodeState, longestLink, readHash } from './sharedState';

const [first] = examples;
if (!first) throw new Error('no example');
const { draft } = first;

test('a state goes into an address and comes back', async () => {
  const state = (await encodeState({ ...draft, body: 'é "x"\n'.repeat(500) })) ?? '';
  expect(state).toMatch(/^[\w-]+$/);
  expect(state.length).toBeLessThan(longestLink);
  expect(await readHash(`#state=${state}`, draft)).toEqual({ ...draft, body: 'é "x"\n'.repeat(500) });
});

test('playgroundHref opens with its template', async () => {
  const href = playgroundHref({ template: '#set($x = "a&b")$x', kind: 'response', body: '{}' });
  expect(href).toMatch(/^\/console\/playground#/);
  expect(await readHash(new URL(href, 'http://x').hash, draft)).toEqual({
    ...draft,
    template: '#set($x = "a&b")$x',
    kind: 'response',
    body: '{}',
  });
});

test.each([
  ['', 'none'],
  ['#', 'none'],
  ['#state=nonsense!', 'unreadable'],
  ['#state=', 'unreadable'],
  ['#template=x&kind=other', 'unreadable'],
])('the hash %j is %s', async (hash, expected) => {
  expect(await readHash(hash, draft)).toBe(expected);
});

test('a state that inflates without end is left alone', async () => {
  expect(await encodeState({ ...draft, body: 'x'.repeat(2_000_001) })).toBeUndefined();
  const bomb = deflateRawSync(JSON.stringify({ ...draft, body: 'x'.repeat(4_000_000) })).toString(
    'base64url',
  );
  expect(bomb.length).toBeLessThan(longestLink);
  expect(await decodeState(bomb)).toBeUndefined();
});

test('the JSON texts become the parts of a trial; numbers become texts', () => {
  const texts = { parameters: '{"path": {"id": 7}}', stageVariables: '', context: '{"stage": "x"}' };
  expect(readTrial({ ...draft, ...texts })).toEqual({
    trial: {
      template: draft.template,
      kind: draft.kind,
      body: draft.body,
      parameters: { path: { id: '7' }, querystring: {}, header: {} },
      stageVariables: {},
      context: { stage: 'x' },
    },
  });
});

test('what is wrong with a text is said at its part', () => {
  const texts = { parameters: '{"paths": {}}', stageVariables: '{', context: '[1]' };
  expect(readTrial({ ...draft, ...texts })).toEqual({
    faults: {
      parameters: 'An object with path, querystring and header is expected',
      stageVariables: expect.stringContaining('JSON'),
      context: 'An object is expected',
    },
  });
});

test('every example is one that can be sent', () => {
  for (const example of examples) expect(readTrial(example.draft)).toHaveProperty('trial');
});
