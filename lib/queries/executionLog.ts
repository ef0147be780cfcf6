import { queryOptions } from '@tanstack/react-query';
import type { AccessLogLine } from '@/lib/model/accessLog';

/** The newest lines of a log group, newest first; asked every two seconds while the page is looked at. */
export const executionLogQuery = (logGroupName: string, live: boolean) =>
  queryOptions({
    queryKey: ['execution-log', logGroupName] as const,
    queryFn: async ({ signal }): Promise<AccessLogLine[]> => {
      const response = await fetch(`/api/logs?group=${encodeURIComponent(logGroupName)}`, { signal });
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.message ?? `The server answered ${response.status}`);
      return answer.lines;
    },
    refetchInterval: live ? 2000 : false,
    retry: false,
  });
