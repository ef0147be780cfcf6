import { and, desc, eq, gte } from 'drizzle-orm';
import { z } from 'zod';
import { functionLogs } from '@/db/schema';
import type { FunctionLogLine } from '@/lib/model/function';
import { read } from '../operation';
import { parse } from '../parse';

const logFilter = z.object({
  /** ms since the epoch */
  since: z.number().optional(),
  requestId: z.string().max(200).optional(),
  limit: z.int().min(1).max(10_000, 'At most 10,000 lines at once').default(1_000),
});

/** Lines of the newest invocations, newest first. They stay when the function goes, until their retention ends. */
export const readFunctionLogs = read(
  { name: 'GetFunctionLogs', permission: 'viewer' },
  async (
    { db },
    functionName: string,
    filter: z.input<typeof logFilter> = {},
  ): Promise<FunctionLogLine[]> => {
    const { since, requestId, limit } = parse(logFilter, filter);
    const rows = await db
      .select()
      .from(functionLogs)
      .where(
        and(
          eq(functionLogs.functionName, functionName),
          since === undefined ? undefined : gte(functionLogs.time, new Date(since)),
          requestId === undefined ? undefined : eq(functionLogs.requestId, requestId),
        ),
      )
      .orderBy(desc(functionLogs.time), desc(functionLogs.id))
      // Each has one line at least.
      .limit(limit);
    return rows
      .flatMap((row) =>
        row.lines
          .map(({ time, message }, place) => ({
            id: `${row.id}/${place}`,
            time,
            requestId: row.requestId,
            version: row.version,
            message,
          }))
          .reverse(),
      )
      .slice(0, limit);
  },
);
