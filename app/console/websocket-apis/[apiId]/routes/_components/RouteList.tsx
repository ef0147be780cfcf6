'use client';

import Link from 'next/link';
import { MissingBadge } from '@/components/console/permissions/MissingBadge';
import { CreateRouteButton } from './CreateRouteButton';
import { type RouteChoices, routeHref } from './RoutePlace';

const own = ['$connect', '$disconnect', '$default'];

/** All routes: AWS's three first, then one's own by key. */
export function RouteList(props: { choices: RouteChoices; selected: string; expression: string }) {
  const { apiId, routes, editable } = props.choices;
  const sorted = [...routes].sort(
    (one, other) => order(one.routeKey) - order(other.routeKey) || one.routeKey.localeCompare(other.routeKey),
  );
  return (
    <div className="grid content-start gap-2 border-b p-3 md:border-r md:border-b-0">
      <p className="text-muted text-small">
        Chosen by <span className="break-all font-mono">{props.expression}</span>
      </p>
      <nav
        aria-label="Routes"
        className="scroll-fade flex min-w-0 gap-0.5 overflow-x-auto md:grid md:overflow-x-visible"
      >
        {sorted.map(({ routeId, routeKey }) => (
          <Link
            key={routeId}
            href={routeHref(apiId, routeId)}
            title={routeKey}
            aria-current={routeId === props.selected ? 'page' : undefined}
            className="flex shrink-0 items-center justify-between gap-2 rounded-md px-2 py-1.5 font-mono text-small hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium max-md:max-w-[60vw]"
          >
            <span className="min-w-0 truncate">{routeKey}</span>
            <MissingBadge usedBy={[routeKey]} compact />
          </Link>
        ))}
      </nav>
      {editable && (
        <div>
          <CreateRouteButton choices={props.choices} />
        </div>
      )}
    </div>
  );
}

function order(routeKey: string): number {
  const at = own.indexOf(routeKey);
  return at < 0 ? own.length : at;
}
