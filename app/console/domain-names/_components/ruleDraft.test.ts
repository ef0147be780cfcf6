import { expect, test } from 'vitest';
import type { RoutingRule } from '@/lib/model/v2/routingRule';
import { draftOf, ruleInputOf } from './ruleDraft';
import { nextPriority, ruleRows } from './ruleRows';

const rule: RoutingRule = {
  routingRuleId: 'abc123',
  priority: 50,
  conditions: [
    { matchBasePaths: { anyOf: ['orders/v2'] } },
    { matchHeaders: { anyOf: [{ header: 'Hello', valueGlob: 'World*' }] } },
  ],
  actions: [{ invokeApi: { apiId: 'api1', stage: 'prod', stripBasePath: true } }],
};

test('a rule comes back from its form as it was, its base path last', () => {
  const { routingRuleId: _, ...input } = rule;
  expect(ruleInputOf(draftOf(rule, 1))).toEqual({ ...input, conditions: rule.conditions.toReversed() });
});

test('without a base path there is none to strip, and no number is no priority', () => {
  const draft = { ...draftOf(undefined, 10), apiId: 'api1', stage: 'prod' };
  expect(ruleInputOf(draft)).toEqual({
    priority: 10,
    conditions: [],
    actions: [{ invokeApi: { apiId: 'api1', stage: 'prod', stripBasePath: false } }],
  });
  for (const priority of ['', ' ', 'ten']) expect(ruleInputOf({ ...draft, priority }).priority).toBeNaN();
});

test.each([
  [[], [], 10],
  [[10], [], 20],
  [[10, 1005, 7], [], 1010],
  [[10], [1_000_000], 20],
  [[10], [20], 21],
  [[1_000_000, 999_999], [], 999_998],
])('behind the rules %j, with those for every call at %j, comes %i', (asked, always, next) => {
  const { conditions } = rule;
  const rules = [
    ...asked.map((priority) => ({ priority, conditions })),
    ...always.map((priority) => ({ priority, conditions: [] })),
  ];
  expect(nextPriority(rules)).toBe(next);
});

test('a row says its conditions, and what becomes of the base path where there is one', () => {
  const api = { id: 'api1', name: 'Orders', kind: 'REST' as const, stageNames: ['prod'] };
  expect(ruleRows([rule, { ...rule, conditions: [] }], [api])).toMatchObject([
    { conditions: ['/orders/v2/…', 'Hello: World*'], apiName: 'Orders', basePath: 'Stripped' },
    { conditions: [] },
  ]);
});
