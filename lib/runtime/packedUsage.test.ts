import { expect, test } from 'vitest';
import { type CountedRow, packUsage, unpackUsage } from './packedUsage';

const row = (path: string, part: Partial<CountedRow> = {}): CountedRow => ({
  minute: 1_763_700_000_000,
  subject: {
    restApiId: 'api',
    stageName: 'prod',
    resourcePath: path,
    httpMethod: 'GET',
    apiKeyId: '',
    usagePlanId: '',
  },
  counts: {
    calls: 7,
    status2xx: 1,
    status3xx: 2,
    status4xx: 3,
    status5xx: 4,
    throttled: 5,
    quotaCounted: 6,
    cacheHits: 7,
    cacheMisses: 8,
    ...{ integrationErrors: 9, clientErrors: 10, executionErrors: 11, dataProcessed: 5_000_000_000 },
  },
  latency: [0, 3, 21, 4],
  integrationLatency: [2, 7],
  ...part,
});

test('what is packed comes out as it went in, after a way as JSON', () => {
  const rows = [row('/a'), row('/b', { latency: [], integrationLatency: [] }), row('/c', { latency: [] })];
  const packed = packUsage('boot', 3, rows);
  expect(unpackUsage(JSON.parse(JSON.stringify(packed)))).toEqual({
    boot: 'boot',
    sequence: 3,
    rows: rows.map(({ minute, subject, counts }, index) => ({
      minute,
      ...subject,
      ...counts,
      latency:
        index === 0
          ? [
              [0, 3],
              [21, 4],
            ]
          : [],
      integrationLatency: index === 1 ? [] : [[2, 7]],
    })),
  });
});

test('each text is named once', () => {
  const { names } = packUsage('boot', 1, [row('/a'), row('/b'), row('/a')]);
  expect(names).toEqual(['api', 'prod', '/a', 'GET', '', '/b']);
});
