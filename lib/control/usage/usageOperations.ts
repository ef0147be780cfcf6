import type { Db } from '@/db/client';
import type { UsageReport, UsageRow } from '@/lib/model/usage';
import type { ControlContext } from '../ControlContext';
import type { Control, UsageQuery } from '../control';
import { read } from '../operation';
import { dailyUsage } from './daily';
import { lastWeek } from './lastWeek';
import { readMetrics } from './metrics';
import { readByApi, readConsumers, readOperations } from './readRankings';
import { readReport } from './readReport';
import type { UsageFilter } from './readTallies';
import { setRemaining } from './setRemaining';
import { parseUsageQuery } from './usageQuery';
import type { UsageWindow } from './usageWindow';

/** Usage of everything that the gateway serves, for the console's roles. */
export function usageOperations(context: ControlContext): Control['usage'] {
  return {
    report: usageRead<UsageReport>('GetUsageReport', readReport)(context),
    topOperations: usageRead<UsageRow[]>('GetTopOperations', readOperations)(context),
    topConsumers: usageRead<UsageRow[]>('GetTopConsumers', readConsumers)(context),
    byApi: usageRead<UsageRow[]>('GetUsageByApi', readByApi)(context),
    daily: dailyUsage(context),
    setRemaining: setRemaining(context),
    metrics: readMetrics(context),
    lastWeek: lastWeek(context),
  };
}

function usageRead<Result>(
  name: string,
  work: (db: Db, window: UsageWindow, filter: UsageFilter) => Promise<Result>,
) {
  return read({ name, permission: 'viewer' }, ({ db, now }, query: UsageQuery) => {
    const { window, filter } = parseUsageQuery(query, now);
    return work(db, window, filter);
  });
}
