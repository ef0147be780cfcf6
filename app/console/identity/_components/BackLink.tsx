import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';

/** The way from one thing back to what it belongs to. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      className="-ml-1 inline-flex min-w-0 max-w-full items-center justify-self-start text-muted hover:text-ink"
    >
      <ChevronLeft className="size-4 shrink-0" aria-hidden />
      <span className="min-w-0 truncate">{children}</span>
    </Link>
  );
}
