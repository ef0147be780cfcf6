'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { cn } from './cn';
import { NavigationLink } from './NavigationLink';

export interface Tab {
  href: string;
  label: ReactNode;
  /** also active below its path */
  deep?: boolean;
  /** said by the page, where the address alone does not tell: a first tab that needs no parameter */
  active?: boolean;
}

/** Tabs that are links: the state is the address. A tab's own query parameters must match for it to be active. */
export function Tabs({
  tabs,
  label,
  className,
}: {
  tabs: readonly Tab[];
  label: string;
  className?: string;
}) {
  const pathname = usePathname();
  const params = useSearchParams();
  const bar = useRef<HTMLElement>(null);
  // on a phone the bar scrolls: the active tab must be in view
  useEffect(() => {
    const current = bar.current?.querySelector<HTMLElement>(`[aria-current][href*="${pathname}"]`);
    if (bar.current && current) bar.current.scrollLeft = current.offsetLeft - bar.current.offsetLeft - 40;
  }, [pathname]);
  return (
    <nav
      ref={bar}
      aria-label={label}
      className={cn('scroll-fade flex gap-1 overflow-x-auto overflow-y-hidden border-b', className)}
    >
      {tabs.map((tab) => {
        const active = tab.active ?? isActive(tab, pathname, params);
        return (
          <NavigationLink
            key={tab.href}
            href={tab.href}
            aria-current={active ? 'page' : undefined}
            className={cn(
              '-mb-px whitespace-nowrap border-transparent border-b-2 px-2.5 py-2 text-muted hover:text-ink',
              active && 'border-accent font-medium text-ink',
            )}
          >
            {tab.label}
          </NavigationLink>
        );
      })}
    </nav>
  );
}

function isActive(tab: Tab, pathname: string, params: URLSearchParams): boolean {
  const [path = '', query = ''] = tab.href.split('?');
  const samePath = pathname === path || (tab.deep && pathname.startsWith(`${path}/`));
  return (
    Boolean(samePath) && [...new URLSearchParams(query)].every(([key, value]) => params.get(key) === value)
  );
}
