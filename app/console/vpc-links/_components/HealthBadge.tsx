'use client';

import { useQuery } from '@tanstack/react-query';
import { Badge } from '@/components/ui/Badge';
import type { VpcLink } from '@/lib/model/vpcLink';
import { vpcLinkHealthQuery } from '@/lib/queries/vpcLinkHealth';
import { healthSummary } from './healthWords';

/** How many of a link's targets are well, following them. */
export function HealthBadge({ link }: { link: VpcLink }) {
  const health = useQuery(vpcLinkHealthQuery(link.id));
  if (health.isPending) return <span className="text-muted">Asking</span>;
  if (health.error) return <Badge tone="danger">{health.error.message}</Badge>;
  const { tone, word } = healthSummary(link.targets, health.data);
  return <Badge tone={tone}>{word}</Badge>;
}
