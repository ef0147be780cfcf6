import { queryOptions } from '@tanstack/react-query';
import type { TargetHealth } from '@/lib/model/vpcLink';

/** A link's targets as a worker sees them, asked every two seconds while the page is looked at. */
export const vpcLinkHealthQuery = (vpcLinkId: string) =>
  queryOptions({
    queryKey: ['vpc-link-health', vpcLinkId] as const,
    queryFn: async ({ signal }): Promise<TargetHealth[]> => {
      const response = await fetch(`/api/vpc-links/${encodeURIComponent(vpcLinkId)}/health`, { signal });
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.message ?? `The server answered ${response.status}`);
      return answer.targets;
    },
    refetchInterval: 2000,
    retry: false,
  });
