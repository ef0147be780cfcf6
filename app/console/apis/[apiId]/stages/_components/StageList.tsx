import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import type { Stage } from '@/lib/model/stage';
import { type StageTab, stageHref } from './stageTabs';

/** The API's stages; another one is shown by the same tab. */
export function StageList(props: { apiId: string; stages: Stage[]; selected: string; tab: StageTab }) {
  return (
    <nav
      aria-label="Stages"
      className="scroll-fade flex min-w-0 flex-1 gap-0.5 overflow-x-auto md:mb-2 md:grid"
    >
      {props.stages.map(({ stageName }) => (
        <Link
          key={stageName}
          href={stageHref(props.apiId, stageName, props.tab)}
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
