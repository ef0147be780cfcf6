'use client';

import { useState } from 'react';
import { FormError } from '@/components/ui/FormError';
import { PageHeader } from '@/components/ui/PageHeader';
import { Skeleton } from '@/components/ui/Skeleton';
import { faultText } from '@/components/ui/useAction';
import type { Draft } from './Draft';
import { InputPane } from './InputPane';
import { OutputPane } from './OutputPane';
import { ShareLink } from './ShareLink';
import { TemplatePane } from './TemplatePane';
import { usePlaygroundState } from './usePlaygroundState';
import { useRendering } from './useRendering';
import { ValueList } from './ValueList';

/** Template left, input right, output live: the interpreter that answers calls, on an invented call. */
export function Playground() {
  const { draft, change, unreadable, tooLarge } = usePlaygroundState();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 p-5">
      <PageHeader
        title="Template playground"
        description="Runs a mapping template on an invented call, in the interpreter that answers real ones. Nothing is called and nothing is kept."
        actions={draft && <ShareLink tooLarge={tooLarge} />}
      />
      {unreadable && (
        <FormError>This link could not be read: it may have been cut on its way. Ask for it again.</FormError>
      )}
      {draft ? <Panes draft={draft} change={change} /> : <Skeleton className="h-96 w-full" />}
    </div>
  );
}

function Panes({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const rendering = useRendering(draft);
  const [reveal, setReveal] = useState<{ line: number }>();
  const { outcome, refused } = rendering;
  return (
    <>
      <FormError>{refused && faultText(refused)}</FormError>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-5 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        {/* On a phone the values come last: what a template makes is looked for first. */}
        <div className="contents lg:grid lg:gap-6">
          <TemplatePane draft={draft} change={change} outcome={outcome} reveal={reveal} />
          <ValueList outcome={outcome} onGo={(line) => setReveal({ line })} />
        </div>
        <div className="contents lg:grid lg:gap-6">
          <InputPane draft={draft} change={change} faults={rendering.faults} />
          <OutputPane rendering={rendering} onGo={(line) => setReveal({ line })} />
        </div>
      </div>
    </>
  );
}
