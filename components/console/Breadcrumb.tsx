'use client';

import { usePathname } from 'next/navigation';
import { Fragment } from 'react';
import { NavigationLink } from '@/components/ui/NavigationLink';
import { type ApiPlace, places, workspaces } from './places';

/** Where the page is: place, API, tab. */
export function Breadcrumb({ apis }: { apis: ApiPlace[] }) {
  const crumbs = crumbsOf(usePathname(), apis);
  return (
    <nav aria-label="Breadcrumb" className="flex min-w-0 flex-1 items-center gap-1.5 px-1">
      {crumbs.map((crumb, index) => (
        <Fragment key={crumb.href}>
          {index > 0 && (
            <span aria-hidden className="text-muted max-sm:hidden">
              /
            </span>
          )}
          <NavigationLink
            href={crumb.href}
            aria-current={index === crumbs.length - 1 ? 'page' : undefined}
            className="max-w-[32ch] truncate text-muted hover:text-ink aria-[current]:font-medium aria-[current]:text-ink max-sm:[&:not([aria-current])]:hidden"
          >
            {crumb.label}
          </NavigationLink>
        </Fragment>
      ))}
    </nav>
  );
}

function crumbsOf(pathname: string, apis: ApiPlace[]): { href: string; label: string }[] {
  const [, , place, id, tab] = pathname.split('/');
  const workspace = Object.values(workspaces).find(({ folder }) => folder === place);
  if (!workspace || !id) {
    const found = places.find((each) => each.href === `/console/${place}`) ?? places[0];
    return [{ href: found.href, label: found.label }];
  }
  if (id === 'new') return [places[0], { href: '/console/apis/new', label: 'Create API' }];
  const base = `/console/${workspace.folder}/${id}`;
  const [first] = workspace.tabs;
  const api = { href: `${base}/${first?.path}`, label: apis.find((each) => each.id === id)?.name ?? id };
  const known = workspace.tabs.find((each) => each.path === tab);
  return [
    places[0],
    api,
    ...(known && tab !== first?.path ? [{ href: `${base}/${tab}`, label: known.label }] : []),
  ];
}
