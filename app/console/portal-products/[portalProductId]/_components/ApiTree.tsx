'use client';

import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { cn } from '@/components/ui/cn';
import type { ApiChoice } from './Documentation';
import type { Endpoint } from './endpointKey';
import { StageMethods } from './StageMethods';

export interface TreeProps {
  search: string;
  chosen: ReadonlyMap<string, Endpoint>;
  /** keys of those that the product has */
  included: ReadonlySet<string>;
  onToggle: (endpoints: Endpoint[], on: boolean) => void;
}

/** REST APIs, below them their stages, below these the methods that they serve, which are read when they are opened. */
export function ApiTree({ apis, ...tree }: TreeProps & { apis: ApiChoice[] }) {
  const deployed = apis.filter(({ stageNames }) => stageNames.length > 0);
  if (deployed.length === 0)
    return (
      <p className="text-muted">
        No REST API is deployed to a stage yet: only what a stage serves can be shown.
      </p>
    );
  return (
    <ul aria-label="APIs, stages and methods" className="grid gap-0.5">
      {deployed.map(({ id, name, stageNames }) => (
        <Branch key={id} label={name} hint={id} isOpen={deployed.length === 1}>
          {stageNames.map((stageName) => (
            <Branch key={stageName} label={stageName} hint="stage" isOpen={stageNames.length === 1}>
              <StageMethods restApiId={id} stageName={stageName} {...tree} />
            </Branch>
          ))}
        </Branch>
      ))}
    </ul>
  );
}

function Branch(props: { label: string; hint: string; isOpen: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(props.isOpen);
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex h-7 w-full min-w-0 items-center gap-1.5 rounded-[4px] px-1 text-left hover:bg-hover"
      >
        <ChevronRight className={cn('size-3.5 shrink-0 text-muted', open && 'rotate-90')} aria-hidden />
        <span className="truncate font-medium">{props.label}</span>
        <span className="shrink-0 text-muted text-small">{props.hint}</span>
      </button>
      {open && <ul className="grid gap-0.5 pl-4">{props.children}</ul>}
    </li>
  );
}
