import { queryOptions } from '@tanstack/react-query';
import type { FunctionLogLine } from '@/lib/model/function';

/** The lines of a function's newest invocations, newest first; asked every two seconds while the page is looked at. */
export const functionLogsQuery = (functionName: string, live: boolean) =>
  queryOptions({
    queryKey: ['function-logs', functionName] as const,
    queryFn: async ({ signal }): Promise<FunctionLogLine[]> => {
      const response = await fetch(`/api/functions/${encodeURIComponent(functionName)}/logs`, { signal });
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.message ?? `The server answered ${response.status}`);
      return answer.lines;
    },
    refetchInterval: live ? 2000 : false,
    retry: false,
  });
