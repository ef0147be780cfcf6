import Link from 'next/link';
import type { ReactNode } from 'react';
import { prettyJson } from '@/components/console/prettyJson';
import { TextBlock } from '@/components/console/TextBlock';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import type { FunctionOutcome } from '@/lib/model/function';
import { functionHref } from '../../../_components/functionHref';
import { readReport } from './report';

/** A run: whether it went well, its answer, its figures and its log; of an event only that it was taken. */
export function InvocationOutcome(props: { functionName: string; outcome: FunctionOutcome }) {
  const { outcome } = props;
  const logs = `${functionHref(props.functionName, 'logs')}?${new URLSearchParams({ q: outcome.requestId })}`;
  const toLogs = (
    <Link href={logs} className="text-accent-ink underline">
      {isEvent(outcome) ? 'Its log' : 'Whole log'}
    </Link>
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <OutcomeBadge outcome={outcome} />
        {outcome.executedVersion && (
          <span className="text-muted text-small">Version {outcome.executedVersion}</span>
        )}
        <span className="flex items-center text-muted text-small">
          Request
          <CopyButton value={outcome.requestId} what="request id" />
        </span>
      </div>
      {isEvent(outcome) ? (
        <p className="text-muted">The function runs by itself; when it has ended, {toLogs} is there.</p>
      ) : (
        <Answered outcome={outcome} toLogs={toLogs} />
      )}
    </>
  );
}

const isEvent = ({ status }: FunctionOutcome) => status === 202;

function Answered({ outcome, toLogs }: { outcome: FunctionOutcome; toLogs: ReactNode }) {
  return (
    <>
      <Figures outcome={outcome} />
      <h2 className="font-medium">Answer</h2>
      <TextBlock label="Answer" text={prettyJson(outcome.payload)} empty="Nothing was answered" />
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="font-medium">Log</h2>
        <span className="text-small">{toLogs}</span>
      </div>
      <TextBlock label="Log" text={outcome.log.trimEnd()} empty="Nothing was logged" />
    </>
  );
}

function OutcomeBadge({ outcome }: { outcome: FunctionOutcome }) {
  const { status, functionError } = outcome;
  if (functionError) return <Badge tone="danger">Function error: {functionError}</Badge>;
  if (status >= 300) return <Badge tone="danger">Refused: {status}</Badge>;
  return <Badge tone="success">{isEvent(outcome) ? 'Taken' : 'Succeeded'}</Badge>;
}

/** Lambda's own figures; before there is a REPORT, what was measured here. */
function Figures({ outcome }: { outcome: FunctionOutcome }) {
  const report = readReport(outcome.log);
  const figures = [
    ['Duration', report?.duration ?? `${outcome.duration.toFixed(2)} ms`],
    ['Billed', report?.billed],
    ['Memory used', report?.memoryUsed && `${report.memoryUsed} of ${report.memory ?? ''}`],
    ['Started in', report?.init],
  ].filter(([, value]) => value);
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt className="text-muted text-small">{name}</dt>
          <dd className="tabular font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
