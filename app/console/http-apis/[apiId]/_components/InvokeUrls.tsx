import Link from 'next/link';
import { CopyButton } from '@/components/ui/CopyButton';

/** Where the stages answer, to copy. Of three or more only the first: the others are on the Stages tab. */
export function InvokeUrls(props: { stagesHref: string; stages: { stageName: string; url: string }[] }) {
  const { stages } = props;
  const shown = stages.length > 2 ? 1 : stages.length;
  const more = stages.length - shown;
  return (
    <ul className="-ml-1 flex min-w-0 flex-wrap items-center gap-x-3">
      {stages.slice(0, shown).map(({ stageName, url }) => (
        <li key={stageName} className="min-w-0 max-w-full">
          <CopyButton value={url} what={`invoke URL of ${stageName}`} showValue />
        </li>
      ))}
      {more > 0 && (
        <li>
          <Link href={props.stagesHref} className="text-accent-ink underline">
            {more} more {more === 1 ? 'stage' : 'stages'}
          </Link>
        </li>
      )}
    </ul>
  );
}
