import { cn } from './cn';

const colours: Record<string, string> = {
  GET: 'bg-verb-blue-fill text-verb-blue',
  POST: 'bg-verb-green-fill text-verb-green',
  PUT: 'bg-verb-amber-fill text-verb-amber',
  PATCH: 'bg-verb-violet-fill text-verb-violet',
  DELETE: 'bg-verb-red-fill text-verb-red',
};

/** An HTTP verb, always in the same colour. */
export function MethodBadge({ method, className }: { method: string; className?: string }) {
  return (
    <span
      className={cn(
        'inline-flex h-[18px] min-w-[46px] shrink-0 items-center justify-center rounded-[4px] px-1 font-medium font-mono text-[10.5px] leading-none',
        colours[method] ?? 'bg-verb-grey-fill text-verb-grey',
        className,
      )}
    >
      {method}
    </span>
  );
}
