import { expect, test } from 'vitest';
import { portalUsageQuery, UsageRefusal, usageSearch } from './usage';

test.each([
  ['console', '', 'range=1h'],
  ['portal', '', 'range=24h'],
  ['console', 'range=7d', 'range=7d'],
  ['console', 'stage=prod&api=a1&range=6h', 'api=a1&stage=prod&range=6h'],
  ['portal', 'range=6h&key=k&api=a1&app=p', 'app=p&key=k&api=a1&range=6h'],
  // an emptied filter is none
  ['console', 'api=&stage=', 'range=1h'],
  // what decides no figure is not part of the query: search and sort of the tables
  ['console', 'oq=pets&osort=calls.desc', 'range=1h'],
  // the other board's filters neither
  ['console', 'app=p&key=k', 'range=1h'],
  ['console', 'range=1h&from=A&to=B', 'from=A&to=B'],
  // half a pair stays half a pair: it is refused, not guessed
  ['console', 'from=A', 'from=A&to='],
] as const)('%s of %j', (board, address, search) => {
  expect(usageSearch(board, new URLSearchParams(address))).toBe(search);
});

test.each([
  ['range=1h', null, 1_000],
  ['range=24h', null, 1_000],
  ['range=30d', null, 15_000],
  ['from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z', null, false],
  ['from=2026-01-01T00:00:00Z&to=2999-01-02T00:00:00Z', null, 15_000],
  ['from=nonsense&to=2999-01-02T00:00:00Z', null, 1_000],
  ['range=1h', new UsageRefusal(403, 'No'), false],
  ['range=1h', new UsageRefusal(503, 'Away'), 1_000],
])('%s after %s is asked again after %s ms', (search, error, wait) => {
  const { refetchInterval } = portalUsageQuery(search);
  if (typeof refetchInterval !== 'function') throw new Error('The interval does not depend on the answer');
  type Asked = Parameters<typeof refetchInterval>[0];
  expect(refetchInterval({ state: { error } } as unknown as Asked)).toBe(wait);
});
