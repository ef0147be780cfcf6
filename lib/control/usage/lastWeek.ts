import { and, eq, gte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { metricHours } from '@/db/schema';
import type { WeekOfTraffic } from '@/lib/model/usage';
import { read } from '../operation';
import { parse } from '../parse';

const week = 7 * 86_400_000;
const subject = z
  .object({ restApiId: z.string(), apiKeyId: z.string() })
  .partial()
  .refine(({ restApiId, apiKeyId }) => restApiId ?? apiKeyId, 'Name an API or a key');

/** Who called an API, or with a key, in the last 7 days: what its deletion would hit. */
export const lastWeek = read(
  { name: 'GetLastWeek', permission: 'viewer' },
  async ({ db, now }, input: { restApiId?: string; apiKeyId?: string }): Promise<WeekOfTraffic> => {
    const { restApiId, apiKeyId } = parse(subject, input);
    const { start, calls } = metricHours;
    const keyless = sql`${metricHours.apiKeyId} = ''`;
    const [row] = await db
      .select({
        calls: sql<number>`coalesce(sum(${calls}), 0)`.mapWith(Number),
        callsWithoutKey: sql<number>`coalesce(sum(${calls}) filter (where ${keyless}), 0)`.mapWith(Number),
        apiKeys: sql<number>`count(distinct ${metricHours.apiKeyId}) filter (where not ${keyless})`.mapWith(
          Number,
        ),
      })
      .from(metricHours)
      .where(
        and(
          gte(start, new Date(now.getTime() - week)),
          restApiId === undefined ? undefined : eq(metricHours.restApiId, restApiId),
          apiKeyId === undefined ? undefined : eq(metricHours.apiKeyId, apiKeyId),
        ),
      );
    return row ?? { calls: 0, callsWithoutKey: 0, apiKeys: 0 };
  },
);
