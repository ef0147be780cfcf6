'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { Skeleton } from '@/components/ui/Skeleton';
import { shownTime } from '../diagram/runMarks';
import { HistoryList } from './HistoryList';
import { statusTone } from './statusTone';
import { TraceList } from './TraceList';
import type { TestRun, TestRuns } from './useTestRuns';

type View = 'answer' | 'trace' | 'log' | 'history';
const views: { value: View; label: string }[] = [
  { value: 'answer', label: 'Answer' },
  { value: 'trace', label: 'Trace' },
  { value: 'log', label: 'Log' },
  { value: 'history', label: 'History' },
];

/** What the pipeline made of the last run: answer, trace, log; and the runs before. */
export function TestOutcome({ run, runs }: { run?: TestRun; runs: TestRuns }) {
  const [view, setView] = useState<View>('answer');
  return (
    <div className="min-h-0 min-w-0 space-y-3 overflow-y-auto px-4 py-3 max-md:border-t md:px-5">
      <SegmentedControl label="Show" options={views} value={view} onChange={setView} />
      <div aria-live="polite" aria-busy={runs.pending} className="space-y-3">
        {view === 'history' ? (
          <HistoryList runs={runs} />
        ) : runs.pending ? (
          <Skeleton className="h-24" />
        ) : run ? (
          <Outcome run={run} view={view} />
        ) : (
          <p className="text-muted">
            No run yet. The answer, every step with its time, and the log come here.
          </p>
        )}
      </div>
    </div>
  );
}

function Outcome({ run, view }: { run: TestRun; view: Exclude<View, 'history'> }) {
  const { result } = run;
  if (view === 'trace') return <TraceList trace={result.trace} />;
  if (view === 'log') return <Block label="Log" text={result.log} />;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={statusTone(result.status)}>Status {result.status}</Badge>
        <span className="tabular text-muted">{shownTime(result.latency)}</span>
        <span className="min-w-0 break-all font-mono text-muted text-small">{run.path}</span>
      </p>
      <Block label="Body" text={pretty(result.body)} empty="No body" />
      <details open>
        <summary className="cursor-pointer font-medium">Headers</summary>
        <dl className="mt-1 grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 font-mono text-small">
          {Object.entries(result.headers).flatMap(([name, values]) =>
            values.map((value) => (
              <div key={`${name} ${value}`} className="col-span-2 grid grid-cols-subgrid">
                <dt className="break-all text-muted">{name}</dt>
                <dd className="break-all">{value}</dd>
              </div>
            )),
          )}
        </dl>
      </details>
    </>
  );
}

function Block({ label, text, empty }: { label: string; text: string; empty?: string }) {
  if (text === '') return <p className="text-muted">{empty}</p>;
  return (
    <div className="relative">
      <section
        aria-label={label}
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-md border bg-panel p-3 pr-9"
      >
        <pre className="wrap-anywhere whitespace-pre-wrap font-mono text-small">{text}</pre>
      </section>
      <CopyButton value={text} what={label.toLowerCase()} className="absolute top-1.5 right-1.5 bg-panel" />
    </div>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
