import { expect, test } from 'vitest';
import type { UsageFigures } from '@/lib/model/usage';
import { canaryRows } from './canaryRows';

const none = { p50: null, p90: null, p99: null };
const figures = (change: Partial<UsageFigures> & { errors?: number }): UsageFigures => ({
  calls: 0,
  status: { '2XX': 0, '3XX': 0, '4XX': 0, '5XX': change.errors ?? 0 },
  throttled: 0,
  cacheHits: 0,
  cacheMisses: 0,
  latency: none,
  integrationLatency: none,
  ...change,
});
const row = (name: string, stage: UsageFigures, canary: UsageFigures) =>
  canaryRows(stage, canary).find((each) => each.name === name);

test("shares are of each one's own calls, the share of calls is of both", () => {
  const stage = figures({ calls: 900, errors: 9 });
  const canary = figures({ calls: 100, errors: 4 });
  expect(row('Share of calls', stage, canary)).toMatchObject({ stage: '90 %', canary: '10 %' });
  expect(row('5XX', stage, canary)).toMatchObject({ stage: '1 %', canary: '4 %', worse: true });
});

test('without calls there is nothing to compare', () => {
  expect(canaryRows(figures({}), figures({})).map(({ worse }) => worse)).not.toContain(true);
  expect(row('p99 latency', figures({}), figures({}))).toMatchObject({ stage: '–', canary: '–' });
});

test.each([
  ['as many errors', 100, 10, 10, false],
  ['a single error', 100, 0, 1, false],
  ['two where the stage has none', 100, 0, 2, true],
  ['a little more', 100, 10, 11, false],
  ['fewer', 100, 10, 2, false],
])('%s of the canary', (_rule, calls, stageErrors, canaryErrors, worse) => {
  const compared = row(
    '5XX',
    figures({ calls, errors: stageErrors }),
    figures({ calls, errors: canaryErrors }),
  );
  expect(compared?.worse).toBe(worse);
});

test.each([
  [10, 11, false],
  [10, 13, true],
  [null, 13, false],
  [10, null, false],
])('p50 of %s ms beside %s ms', (stage, canary, worse) => {
  const timed = (p50: number | null) => figures({ calls: 1, latency: { ...none, p50 } });
  expect(row('p50 latency', timed(stage), timed(canary))?.worse).toBe(worse);
});
