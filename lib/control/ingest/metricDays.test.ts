import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { migrationsFolder } from '@/db/migrate';
import { metricDays, metricHours } from '@/db/schema';
import { databases } from '@/db/testing';
import { editor, testControl } from '../testControl';
import { noon, usageBatch } from '../usage/testing';
import { ingest } from './ingest';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe.each(databases)('$name', ({ open }) => {
  const kit = testControl(open);
  const days = () =>
    kit.database.db.select().from(metricDays).orderBy(metricDays.start, metricDays.resourcePath);
  const fill = async () => {
    const midnight = noon - 12 * HOUR;
    const key = { apiKeyId: 'key', usagePlanId: 'plan' };
    await ingest(
      kit,
      usageBatch(
        { minute: midnight, calls: 2, latency: [[0, 2]], integrationLatency: [] },
        {
          minute: midnight + 23 * HOUR,
          calls: 3,
          status5xx: 3,
          latency: [[4, 1]],
          integrationLatency: [[2, 7]],
        },
        { minute: midnight + DAY, calls: 4, throttled: 4 },
        { minute: midnight + HOUR, ...key, resourcePath: '/keyed', calls: 1 },
        { minute: midnight + 2 * HOUR, ...key, resourcePath: '/keyed', calls: 1, latency: [[3, 1]] },
      ),
    );
    await ingest(kit, usageBatch({ minute: midnight + 5 * HOUR, calls: 1, latency: [[1, 1]] }));
  };

  test('calls that the cache answered are added up by the day too', async () => {
    await ingest(
      kit,
      usageBatch({ minute: noon, cacheHits: 1, cacheMisses: 2 }, { minute: noon + HOUR, cacheHits: 3 }),
    );
    await ingest(kit, usageBatch({ minute: noon + 2 * HOUR, cacheMisses: 4 }));
    expect(await days()).toMatchObject([{ calls: 3, cacheHits: 4, cacheMisses: 6 }]);
  });

  test('what a batch brings is in its UTC day at once', async () => {
    await fill();
    const day = new Date(noon - 12 * HOUR);
    expect(await days()).toMatchObject([
      {
        start: day,
        resourcePath: '/keyed',
        calls: 2,
        latency: [0, 0, 0, 1],
        integrationLatency: [],
      },
      {
        start: day,
        resourcePath: '/pets',
        calls: 6,
        status5xx: 3,
        latency: [2, 1, 0, 0, 1],
        integrationLatency: [0, 0, 7],
      },
      { start: new Date(day.getTime() + DAY), calls: 4, throttled: 4, latency: [] },
    ]);
  });

  test('the migration makes of kept hours the days that the intake would have made', async () => {
    await fill();
    const made = await days();
    await kit.database.db.delete(metricDays);
    const text = await readFile(join(migrationsFolder, '0006_metric_days.sql'), 'utf8');
    const [backfill = ''] = text.split('--> statement-breakpoint').slice(-1);
    await kit.database.db.execute(sql.raw(backfill));
    expect(await days()).toEqual(made);
  });

  test('a report says the same by days as by hours, percentiles too', async () => {
    const batches = Array.from({ length: 9 }, (_, day) =>
      Array.from({ length: 24 }, (_each, hour) => ({
        minute: noon - 12 * HOUR - (day + 1) * DAY + hour * HOUR,
        calls: 10 + hour,
        apiKeyId: `key${hour % 2}`,
        latency: [
          [hour, 9],
          [hour + day, 1 + hour],
        ] as [number, number][],
        integrationLatency: [[day, 10 + hour]] as [number, number][],
      })),
    );
    await ingest(kit, usageBatch(...batches.flat()));
    const to = noon - 12 * HOUR;
    const { usage } = kit.control;
    const byHour = { range: { from: to - 9 * DAY, to } };
    const byDay = { range: { from: to - 11 * DAY, to } };
    const [hours, whole] = [await usage.report(editor, byHour), await usage.report(editor, byDay)];
    expect([hours.step, whole.step]).toEqual([2 * HOUR, DAY]);
    expect(whole.total).toEqual(hours.total);
    for (const ask of [usage.topConsumers, usage.topOperations, usage.byApi])
      expect(await ask(editor, byDay)).toEqual(await ask(editor, byHour));
    await kit.database.db.delete(metricHours);
    expect(await usage.report(editor, byDay)).toEqual(whole);
  });
});
