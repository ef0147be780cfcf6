import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { UsageReport } from '@/lib/model/usage';
import { addTally, emptyTally, toFigures } from './figures';
import { type Grouping, readTallies, type UsageFilter } from './readTallies';
import type { UsageWindow } from './usageWindow';

/** Written into the text: as two parameters, select's and group by's would be two expressions to Postgres. */
const seconds = (step: number) => sql.raw(String(step / 1000));

/** One group for each step: ms since the epoch of its start. */
export const bySteps = (step: number): Grouping => ({
  by: (table) => [
    sql`(extract(epoch from date_bin(make_interval(secs => ${seconds(step)}), ${table.start}, 'epoch')) * 1000)::int8`,
  ],
});

/** A series without holes: steps without calls are points of zero calls and null percentiles. */
export async function readReport(db: Db, window: UsageWindow, filter: UsageFilter): Promise<UsageReport> {
  const { from, to, step } = window;
  const tallies = await readTallies(db, window, filter, bySteps(step));
  const total = emptyTally();
  const series: UsageReport['series'] = [];
  for (let time = from; time < to; time += step) {
    const tally = tallies.get(JSON.stringify([time])) ?? emptyTally();
    addTally(total, tally);
    series.push({ time, ...toFigures(tally) });
  }
  return { from, to, step, total: toFigures(total), series };
}
