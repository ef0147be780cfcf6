import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/CopyButton';
import { EmptyState } from '@/components/ui/EmptyState';

/** No calls yet: how to make the first one. `curl` is missing where nothing is deployed. */
export function FirstCall(props: { title: string; children: ReactNode; curl?: string }) {
  return (
    <EmptyState
      title={props.title}
      actions={
        props.curl && (
          <div className="flex max-w-full items-center gap-1 rounded-md border bg-panel py-1 pr-1 pl-3 text-left">
            <code className="min-w-0 break-all font-mono text-small">{props.curl}</code>
            <CopyButton value={props.curl} what="curl line" />
          </div>
        )
      }
    >
      {props.children}
    </EmptyState>
  );
}
