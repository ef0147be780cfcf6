import { metricDays, metricHours, metricMinutes } from '@/db/schema';
import type { MetricPoint, MetricQuery } from '@/lib/model/usage';
import { metricQuery } from '@/lib/model/usage';
import { read } from '../operation';
import { parse } from '../parse';
import { bySteps } from './readReport';
import { readTallies } from './readTallies';
import type { MetricTable } from './usageWindow';

/** Tallies by the step that is asked, oldest first; steps without calls are left out. */
export const readMetrics = read(
  { name: 'GetMetricData', permission: 'viewer' },
  async ({ db }, query: MetricQuery): Promise<MetricPoint[]> => {
    const { from, to, step, ...filter } = parse(metricQuery, query);
    const begin = Math.floor(from / step) * step;
    const window = { table: tableOf(step), from: begin, to, step };
    const tallies = await readTallies(db, window, filter, bySteps(step));
    return [...tallies]
      .map(([key, tally]) => ({ time: Number((JSON.parse(key) as number[])[0]), ...tally }))
      .sort((a, b) => a.time - b.time);
  },
);

const HOUR = 3_600_000;

/** Minutes are kept for a week; what is asked by the hour or the day needs none of them. */
function tableOf(step: number): MetricTable {
  if (step % (24 * HOUR) === 0) return metricDays;
  return step % HOUR === 0 ? metricHours : metricMinutes;
}
