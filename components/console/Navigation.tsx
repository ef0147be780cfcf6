'use client';

import { usePathname } from 'next/navigation';
import { Fragment } from 'react';
import { cn } from '@/components/ui/cn';
import { NavigationLink } from '@/components/ui/NavigationLink';
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
      {places.map((place, index) => {
        const { href, label, icon } = place;
        const Icon = placeIcons[icon];
        const before = places[index - 1];
        return (
          <Fragment key={href}>
            {index > 0 && groupOf(place) !== groupOf(before) && (
              <GroupBorder name={groupOf(place)} narrow={narrow} />
            )}
            <NavigationLink
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
            </NavigationLink>
          </Fragment>
        );
      })}
    </nav>
  );
}

const groupOf = (place: (typeof places)[number] | undefined) =>
  place && 'group' in place ? place.group : undefined;

/** The name of the group that begins here, or the line where one ended. */
function GroupBorder({ name, narrow }: { name: string | undefined; narrow: boolean }) {
  if (!name || narrow) return <span aria-hidden className="mx-2 my-1.5 border-t" />;
  return <p className="px-2 pt-2.5 pb-0.5 font-medium text-muted text-small">{name}</p>;
}
