import { and, desc, eq, gte, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { accessLogs } from '@/db/schema';
import type { AccessLogLine } from '@/lib/model/accessLog';
import { ControlError } from '@/lib/model/ControlError';
import { read } from '../operation';
import { parse } from '../parse';
import { logGroups } from './logGroups';

const logFilter = z.object({
  /** ms since the epoch */
  since: z.number().optional(),
  limit: z.int().min(1).max(10_000, 'At most 10,000 lines at once').default(1_000),
});

const ROWS_AT_ONCE = 100;

export const readAccessLogs = read(
  { name: 'GetAccessLogs', permission: 'viewer' },
  async ({ db }, logGroupName: string, filter: z.input<typeof logFilter> = {}): Promise<AccessLogLine[]> => {
    const { since = 0, limit } = parse(logFilter, filter);
    const lines = await newestLines(db, logGroupName, since, limit);
    if (lines.length === 0 && !(await logGroups(db)).some((group) => group.logGroupName === logGroupName))
      throw new ControlError('NotFoundException', 'The specified log group does not exist.');
    return lines;
  },
);

/**
 * Several workers write at once, each line when its call ended: rows are nearly in order, lines are put in it. Lines of
 * one millisecond, as all of a call in an execution log are, stay as they were written.
 */
async function newestLines(db: Db, group: string, since: number, limit: number): Promise<AccessLogLine[]> {
  const lines: AccessLogLine[] = [];
  let below: number | undefined;
  while (lines.length < limit) {
    const rows = await rowsBelow(db, group, since, below);
    for (const { id, logStreamName, lines: own } of rows)
      for (const [index, { time, message }] of [...own.entries()].reverse())
        if (time >= since) lines.push({ id: `${id}/${index}`, time, message, logStreamName });
    if (rows.length < ROWS_AT_ONCE) break;
    below = rows.at(-1)?.id;
  }
  return lines.sort((a, b) => b.time - a.time).slice(0, limit);
}

function rowsBelow(db: Db, group: string, since: number, below: number | undefined) {
  return db
    .select()
    .from(accessLogs)
    .where(
      and(
        eq(accessLogs.logGroupName, group),
        gte(accessLogs.time, new Date(since)),
        below === undefined ? undefined : lt(accessLogs.id, below),
      ),
    )
    .orderBy(desc(accessLogs.id))
    .limit(ROWS_AT_ONCE);
}
