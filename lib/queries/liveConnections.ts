import { queryOptions } from '@tanstack/react-query';
import type { LiveConnection } from '@/lib/model/v2/connection';

/** Open connections of a WebSocket API, asked every two seconds while the page is looked at. */
export const liveConnectionsQuery = (apiId: string) =>
  queryOptions({
    queryKey: ['live-connections', apiId] as const,
    queryFn: async ({ signal }): Promise<LiveConnection[]> => {
      const response = await fetch(`/api/connections/${encodeURIComponent(apiId)}`, { signal });
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.message ?? `The server answered ${response.status}`);
      return answer.connections;
    },
    refetchInterval: 2000,
    retry: false,
  });
