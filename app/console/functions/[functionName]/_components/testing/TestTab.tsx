'use client';

import { Play } from 'lucide-react';
import { useState } from 'react';
import { useRunShortcut } from '@/components/console/useRunShortcut';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { FormError } from '@/components/ui/FormError';
import { jsonProblem } from '@/components/ui/jsonProblem';
import { Select } from '@/components/ui/Select';
import { Skeleton } from '@/components/ui/Skeleton';
import { faultText, useAction } from '@/components/ui/useAction';
import { useUrlState } from '@/components/ui/useUrlState';
import type { FunctionAlias, FunctionOutcome } from '@/lib/model/function';
import { invokeFunction } from '../../../actions';
import { EventBar } from './EventBar';
import { InvocationOutcome } from './InvocationOutcome';
import { useTestEvents } from './useTestEvents';

interface TestTabProps {
  functionName: string;
  aliases: FunctionAlias[];
  versions: string[];
  editable: boolean;
}

/** An event at the left, what the function made of it at the right. A run is a real call. */
export function TestTab(props: TestTabProps) {
  const { functionName, editable } = props;
  const events = useTestEvents(functionName);
  const [qualifier, setQualifier] = useUrlState('qualifier');
  const [asEvent, setAsEvent] = useState(false);
  const [outcome, setOutcome] = useState<FunctionOutcome>();
  const action = useAction(invokeFunction);
  const problem = jsonProblem(events.text);
  const run = async () => {
    if (problem || action.pending || !editable) return;
    const invocationType = asEvent ? 'Event' : 'RequestResponse';
    const done = await action.run({ functionName, qualifier, payload: events.text, invocationType });
    if (done) setOutcome(done);
  };
  useRunShortcut(() => void run(), editable);
  if (!editable)
    return (
      <p className="text-muted">Running a function needs the role editor: it does what its code does.</p>
    );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-6 lg:grid-cols-2">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <EventBar events={events} />
        <CodeEditor
          label="Event"
          language="json"
          value={events.text}
          onChange={events.setText}
          height="max(260px, calc(100dvh - 330px))"
          {...(problem?.line && { errorLines: [problem.line] })}
        />
        {problem && (
          <p role="alert" className="text-danger text-small">
            {problem.message}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button
            variant="primary"
            busy={action.pending}
            disabled={Boolean(problem)}
            onClick={() => void run()}
            aria-keyshortcuts="Control+Enter"
          >
            {!action.pending && <Play aria-hidden />}
            Run
          </Button>
          <Select
            aria-label="Version or alias"
            className="w-44"
            options={qualifierOptions(props)}
            value={qualifier}
            onChange={(event) => setQualifier(event.target.value)}
          />
          <Checkbox
            label="Do not wait (Event)"
            checked={asEvent}
            onChange={(event) => setAsEvent(event.target.checked)}
          />
          <kbd className="font-sans text-muted text-small max-sm:hidden">Ctrl Enter</kbd>
        </div>
      </div>
      <section
        aria-label="Outcome"
        aria-live="polite"
        aria-busy={action.pending}
        className="grid min-w-0 gap-3"
      >
        <FormError>{action.error && faultText(action.error)}</FormError>
        {action.pending ? (
          <Skeleton className="h-40" />
        ) : outcome ? (
          <InvocationOutcome functionName={functionName} outcome={outcome} />
        ) : (
          <p className="text-muted">No run yet. The answer, its time and the log come here.</p>
        )}
      </section>
    </div>
  );
}

const qualifierOptions = ({ aliases, versions }: TestTabProps) => [
  { value: '', label: '$LATEST' },
  ...aliases.map(({ name, functionVersion }) => ({
    value: name,
    label: `${name}: version ${functionVersion}`,
  })),
  ...versions.map((version) => ({ value: version, label: `Version ${version}` })),
];
