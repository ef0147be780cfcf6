'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';
import { placeIcons } from './placeIcons';
import { places } from './places';

/** The console's places. Narrow, only the icons, with their names as titles. */
export function Navigation({ narrow, onGo }: { narrow: boolean; onGo: () => void }) {
  const pathname = usePathname();
  const active = (href: string) =>
    href === '/console'
      ? pathname === href || /^\/console\/(http-|websocket-)?apis/.test(pathname)
      : pathname.startsWith(href);
  return (
    <nav aria-label="Console" className="grid gap-0.5 p-2">
      {places.map(({ href, label, icon }) => {
        const Icon = placeIcons[icon];
        return (
          <Link
            key={href}
            href={href}
            onClick={onGo}
            title={narrow ? label : undefined}
            aria-current={active(href) ? 'page' : undefined}
            className={cn(
              'flex h-8 items-center gap-2 rounded-md px-2 text-muted hover:bg-hover hover:text-ink',
              active(href) && 'bg-selected font-medium text-ink',
            )}
          >
            <Icon className="size-4 shrink-0" aria-hidden />
            <span className={cn('truncate', narrow && 'md:sr-only')}>{label}</span>
          </Link>
        );
      })}
    </nav>
  );
}
