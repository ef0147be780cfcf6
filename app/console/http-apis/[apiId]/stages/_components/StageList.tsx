import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import type { Stage } from '@/lib/model/v2/stage';

/** The API's stages; `?stage=` is the one that is shown. */
export function StageList(props: { apiId: string; stages: Stage[]; selected: string }) {
  return (
    <nav
      aria-label="Stages"
      className="scroll-fade flex min-w-0 flex-1 gap-0.5 overflow-x-auto md:mb-2 md:grid"
    >
      {props.stages.map(({ stageName }) => (
        <Link
          key={stageName}
          href={`/console/http-apis/${props.apiId}/stages?${new URLSearchParams({ stage: stageName })}`}
          title={stageName}
          aria-current={stageName === props.selected ? 'page' : undefined}
          className={cn(
            'block shrink-0 truncate rounded-md px-2 py-1.5 font-mono text-small hover:bg-hover max-md:max-w-[60vw]',
            stageName === props.selected && 'bg-selected font-medium',
          )}
        >
          {stageName}
        </Link>
      ))}
    </nav>
  );
}
