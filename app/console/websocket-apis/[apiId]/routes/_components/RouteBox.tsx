import { cn } from '@/components/ui/cn';

/** One station of a route: its name and what it does; a press opens its drawer. */
export function RouteBox(props: {
  title: string;
  lines: (string | false | undefined)[];
  mono?: boolean;
  onOpen: () => void;
}) {
  return (
    <button
      type="button"
      onClick={props.onOpen}
      className="grid content-start gap-1 rounded-md border border-line-strong bg-canvas px-3 py-2 text-left hover:bg-hover"
    >
      <span className="font-medium text-accent-ink">{props.title}</span>
      {props.lines
        .filter((line) => typeof line === 'string')
        .map((line, index) => (
          <span
            key={line}
            className={cn('wrap-anywhere text-muted text-small', props.mono && index === 0 && 'font-mono')}
          >
            {line}
          </span>
        ))}
    </button>
  );
}
