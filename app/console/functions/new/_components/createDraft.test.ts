import { expect, test } from 'vitest';
import { functionInput } from '@/lib/model/function';
import { blueprintsOn } from '../../_components/blueprints/blueprints';
import { configurationOf, emptyDraft, withBlueprint } from './createDraft';

const all = blueprintsOn({ node: 'v20', python: true, curl: true });

test.each(
  all.map((blueprint) => [blueprint.id, blueprint] as const),
)('%s makes a function', (_, blueprint) => {
  const draft = { ...withBlueprint(emptyDraft(all[0]), blueprint), functionName: ' hello ' };
  const input = { ...configurationOf(draft, blueprint), code: { inlineCode: blueprint.code } };
  const made = functionInput.parse(input);
  expect(made.functionName).toBe('hello');
  expect(made.runtime.startsWith(blueprint.family)).toBe(true);
});

test('a blueprint keeps the runtime that takes its code', () => {
  const newer = { ...emptyDraft(all[0]), runtime: 'nodejs22.x' as const };
  const echo = all.find(({ id }) => id === 'echo');
  expect(echo && withBlueprint(newer, echo).runtime).toBe('nodejs22.x');
});

test('what this machine lacks is not offered', () => {
  const ids = blueprintsOn({ node: 'v20', python: false, curl: false }).map(({ id }) => id);
  expect(ids).toEqual(['hello', 'echo', 'token', 'request', 'streaming']);
});
