import Link from 'next/link';
import { CopyButton } from '@/components/ui/CopyButton';
import type { Stage } from '@/lib/model/stage';

/** Where the stages answer, to copy. Of three or more only the first: the others are on the Stages tab. */
export function InvokeUrls({ apiId, stages }: { apiId: string; stages: Stage[] }) {
  const shown = stages.length > 2 ? 1 : stages.length;
  const more = stages.length - shown;
  return (
    <ul className="-ml-1 flex min-w-0 flex-wrap items-center gap-x-3">
      {stages.slice(0, shown).map((stage) => (
        <li key={stage.stageName} className="min-w-0 max-w-full">
          <CopyButton value={stage.invokeUrl} what={`invoke URL of ${stage.stageName}`} showValue />
        </li>
      ))}
      {more > 0 && (
        <li>
          <Link href={`/console/apis/${apiId}/stages`} className="text-accent-ink underline">
            {more} more {more === 1 ? 'stage' : 'stages'}
          </Link>
        </li>
      )}
    </ul>
  );
}
