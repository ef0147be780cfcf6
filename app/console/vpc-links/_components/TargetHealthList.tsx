'use client';

import { useQuery } from '@tanstack/react-query';
import { Badge } from '@/components/ui/Badge';
import { FormError } from '@/components/ui/FormError';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Section } from '@/components/ui/Section';
import { SkeletonRows } from '@/components/ui/Skeleton';
import type { TargetHealth } from '@/lib/model/vpcLink';
import { vpcLinkHealthQuery } from '@/lib/queries/vpcLinkHealth';
import { healthWords } from './healthWords';

/** Each target as a worker of the gateway sees it now, with the reason when it is not well. */
export function TargetHealthList({ vpcLinkId, targets }: { vpcLinkId: string; targets: string[] }) {
  const health = useQuery(vpcLinkHealthQuery(vpcLinkId));
  return (
    <Section
      title="Health"
      description="As a worker of the gateway sees the targets, renewed every 2 seconds."
    >
      {health.error && <FormError>{health.error.message}</FormError>}
      {health.isPending && <SkeletonRows rows={2} label="Reading health" />}
      {health.data && (
        <ul className="max-w-2xl divide-y border-y">
          {targets.map((target) => (
            <HealthLine
              key={target}
              target={target}
              seen={health.data.find((each) => each.target === target)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function HealthLine({ target, seen }: { target: string; seen: TargetHealth | undefined }) {
  const { tone, word } = healthWords[seen?.state ?? 'unknown'];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 py-1.5">
      <span className="break-all font-mono text-small">{target}</span>
      <span className="flex items-center gap-3">
        {seen && seen.state !== 'unknown' && (
          <span className="text-muted text-small">
            since <RelativeTime time={seen.since} />
          </span>
        )}
        <Badge tone={tone}>{word}</Badge>
      </span>
      {seen?.reason && (
        <span className="col-span-2 min-w-0 break-words text-danger text-small">{seen.reason}</span>
      )}
    </li>
  );
}
