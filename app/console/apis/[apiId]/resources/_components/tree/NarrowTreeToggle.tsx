'use client';

import { ChevronDown } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { MiddleEllipsis } from '@/components/ui/MiddleEllipsis';
import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';

/** On a phone: what is chosen, and the tree behind a tap. */
export function NarrowTreeToggle(props: {
  resource: Resource;
  method?: Method;
  open: boolean;
  onToggle: () => void;
}) {
  return (
    <button
      type="button"
      aria-expanded={props.open}
      onClick={props.onToggle}
      className="flex h-11 items-center gap-2 px-4 text-left md:hidden"
    >
      <span className="sr-only">Resources:</span>
      {props.method && <MethodBadge method={props.method.httpMethod} />}
      <MiddleEllipsis text={props.resource.path} className="flex-1 font-mono text-small" />
      <ChevronDown className={cn('size-4 shrink-0 text-muted', props.open && 'rotate-180')} aria-hidden />
    </button>
  );
}
