import Link from 'next/link';
import { cn } from './cn';

/** Sign and name; the way to the first page of console or portal. */
export function Brand({ href, className }: { href: string; className?: string }) {
  return (
    <Link href={href} className={cn('flex items-center gap-2 rounded-md font-semibold', className)}>
      <svg viewBox="0 0 32 32" className="size-5 shrink-0" aria-hidden>
        <title>Gatehouse</title>
        <rect width="32" height="32" rx="6" className="fill-accent" />
        <path
          d="M9 24V14a7 7 0 0 1 14 0v10M16 8v16M9 18h14"
          fill="none"
          className="stroke-on-accent"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      Gatehouse
    </Link>
  );
}
