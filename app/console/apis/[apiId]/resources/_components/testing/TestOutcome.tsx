'use client';

import { useState } from 'react';
import { prettyJson } from '@/components/console/prettyJson';
import { TextBlock } from '@/components/console/TextBlock';
import { Badge } from '@/components/ui/Badge';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { Skeleton } from '@/components/ui/Skeleton';
import { shownTime } from '../diagram/runMarks';
import { FunctionRefusal } from './FunctionRefusal';
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
export function TestOutcome(props: {
  run?: TestRun;
  runs: TestRuns;
  /** that the integration names */
  role: string | undefined;
}) {
  const { run, runs } = props;
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
          <Outcome run={run} view={view} role={props.role} />
        ) : (
          <p className="text-muted">
            No run yet. The answer, every step with its time, and the log come here.
          </p>
        )}
      </div>
    </div>
  );
}

function Outcome(props: { run: TestRun; view: Exclude<View, 'history'>; role: string | undefined }) {
  const { run, view, role } = props;
  const { result } = run;
  if (view === 'trace') return <TraceList trace={result.trace} />;
  if (view === 'log') return <TextBlock label="Log" text={result.log} />;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={statusTone(result.status)}>Status {result.status}</Badge>
        <span className="tabular text-muted">{shownTime(result.latency)}</span>
        <span className="min-w-0 break-all font-mono text-muted text-small">{run.path}</span>
      </p>
      <FunctionRefusal log={result.log} role={role} />
      <TextBlock label="Body" text={prettyJson(result.body)} empty="No body" />
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
