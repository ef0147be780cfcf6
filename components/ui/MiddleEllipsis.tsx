import { cn } from './cn';

/** Long text that loses its middle: the head shrinks, the last `keep` characters stay. */
export function MiddleEllipsis(props: { text: string; keep?: number; className?: string }) {
  const cut = Math.max(0, props.text.length - (props.keep ?? 10));
  return (
    <span title={props.text} className={cn('flex min-w-0 whitespace-pre', props.className)}>
      <span className="min-w-0 truncate">{props.text.slice(0, cut)}</span>
      <span className="shrink-0">{props.text.slice(cut)}</span>
    </span>
  );
}
