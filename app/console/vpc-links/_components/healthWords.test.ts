import { expect, test } from 'vitest';
import type { TargetHealth } from '@/lib/model/vpcLink';
import { healthSummary } from './healthWords';

const seen = (states: Record<string, TargetHealth['state']>): TargetHealth[] =>
  Object.entries(states).map(([target, state]) => ({ target, state, since: 1 }));

test.each<[string, TargetHealth[], string, string]>([
  ['nothing seen', [], 'neutral', 'Not checked yet'],
  ['nothing known', seen({ 'a:1': 'unknown', 'b:2': 'unknown' }), 'neutral', 'Not checked yet'],
  ['both well', seen({ 'a:1': 'healthy', 'b:2': 'healthy' }), 'success', '2 of 2 healthy'],
  ['one not', seen({ 'a:1': 'healthy', 'b:2': 'unhealthy' }), 'warning', '1 of 2 healthy'],
  ['one not known', seen({ 'a:1': 'healthy', 'b:2': 'unknown' }), 'warning', '1 of 2 healthy'],
  ['none', seen({ 'a:1': 'unhealthy', 'b:2': 'unhealthy' }), 'danger', '0 of 2 healthy'],
  ['a target of before', seen({ 'old:1': 'healthy' }), 'neutral', 'Not checked yet'],
])('%s', (_rule, health, tone, word) => {
  expect(healthSummary(['a:1', 'b:2'], health)).toEqual({ tone, word });
});
