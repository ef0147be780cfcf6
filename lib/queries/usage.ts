import { keepPreviousData, type Query, queryOptions } from '@tanstack/react-query';
import { isControlError } from '@/lib/model/ControlError';
import type { QuotaState, UsageReport, UsageRow } from '@/lib/model/usage';
import { endsNow, isAbsolute, usageRangeOf } from './usageRange';

/** What the console's dashboards show. */
export interface ConsoleUsage {
  report: UsageReport;
  /** one line a stage of an API */
  byApi: UsageRow[];
  topOperations: UsageRow[];
  topConsumers: UsageRow[];
}
/** What a developer's own keys did. */
export interface PortalUsage {
  report: UsageReport;
  byApi: UsageRow[];
  byKey: UsageRow[];
  byDay: UsageRow[];
  quotas: QuotaState[];
  /** ms since the epoch, by the server's clock */
  now: number;
}

/** The filters of each dashboard, by their names in the address. */
const filters = { console: ['api', 'stage'], portal: ['app', 'key', 'api'] } as const;
const firstRange = { console: '1h', portal: '24h' } as const;
type Board = keyof typeof filters;

/** What of a page's address decides its figures, always in the same order: a query's identity. */
export function usageSearch(board: Board, address: URLSearchParams): string {
  const search = new URLSearchParams();
  const copy = (name: string, value: string | null) => value !== null && search.set(name, value);
  for (const name of filters[board]) copy(name, address.get(name) || null);
  if (isAbsolute(address)) for (const name of ['from', 'to']) copy(name, address.get(name) ?? '');
  else search.set('range', address.get('range') ?? firstRange[board]);
  return search.toString();
}

/** @param search from usageSearch */
export const consoleUsageQuery = (search: string) => usageQuery<ConsoleUsage>('console', search);
/** @param search from usageSearch */
export const portalUsageQuery = (search: string) => usageQuery<PortalUsage>('portal', search);

/** A route handler's refusal; 4xx will not go away by asking again. */
export class UsageRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A batch of a worker takes up to 250 ms and a question a moment: with this, a call shows within 2 s. */
const every = 1000;
/** Longer ranges read many rows, and a second more or less does not show in a point of an hour or a day. */
const everyOfDays = 15_000;
const DAY = 86_400_000;

/** Asked again and again while the range ends now and the page is looked at. */
function usageQuery<Usage>(board: Board, search: string) {
  return queryOptions({
    queryKey: ['usage', board, search] as const,
    queryFn: ({ signal }) => {
      // A range that is none is refused here already, in the same words.
      usageRangeOf(new URLSearchParams(search), Date.now());
      return ask<Usage>(`/api/usage/${board}?${search}`, signal);
    },
    refetchInterval: (query: Pick<Query<Usage>, 'state'>) =>
      isRefused(query.state.error) ? false : interval(new URLSearchParams(search), Date.now()),
    retry: (count, error) => !isRefused(error) && count < 1,
    placeholderData: keepPreviousData,
  });
}

function interval(search: URLSearchParams, now: number): number | false {
  if (!endsNow(search, now)) return false;
  // What is no range is refused when it is asked for; here it must only not throw.
  const from = isAbsolute(search) ? Date.parse(search.get('from') ?? '') : usageRangeOf(search, now).from;
  return now - from > DAY ? everyOfDays : every;
}

async function ask<Usage>(url: string, signal: AbortSignal): Promise<Usage> {
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    // A question that nobody waits for any more is no fault of the server.
    throw signal.aborted ? error : new UsageRefusal(503, 'The server cannot be reached');
  });
  if (response.ok) return response.json();
  const { message } = await response
    .json()
    .catch(() => ({ message: `The server answered ${response.status}` }));
  throw new UsageRefusal(response.status, message);
}

const isRefused = (error: unknown): boolean =>
  isControlError(error) || (error instanceof UsageRefusal && error.status >= 400 && error.status < 500);
