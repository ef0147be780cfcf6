'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { SearchInput } from '@/components/ui/SearchInput';
import { Section } from '@/components/ui/Section';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { SkeletonRows } from '@/components/ui/Skeleton';
import { Switch } from '@/components/ui/Switch';
import { useUrlState } from '@/components/ui/useUrlState';
import { executionLogQuery } from '@/lib/queries/executionLog';
import { LoggedCallLine } from './LoggedCallLine';
import { type LoggedCall, loggedCalls, matchingCalls } from './loggedCalls';

const shows = [
  { value: 'all', label: 'All' },
  { value: 'errors', label: 'Errors' },
] as const;
/** A WebSocket’s connect, message and disconnect are no calls. */
type Unit = 'call' | 'event';
const titles: Record<Unit, string> = { call: 'Calls', event: 'Events' };
type Shown = (typeof shows)[number]['value'];

/** What was logged of the stage's calls, call by call, newest first. `groups`: its log group, and its canary's if any. */
export function ExecutionLogView({ groups, unit }: { groups: readonly string[]; unit: Unit }) {
  const [first = '', canary] = groups;
  const [text, setText] = useUrlState('q');
  const [outcome, setOutcome] = useUrlState('show', 'all');
  const [follow, setFollow] = useUrlState('follow', 'yes');
  const [served, setServed] = useUrlState('log', 'stage');
  const live = follow === 'yes';
  const group = served === 'canary' && canary !== undefined ? canary : first;
  const log = useQuery(executionLogQuery(group, live));
  const all = log.data ? loggedCalls(log.data) : [];
  const shown = matchingCalls(all, text, outcome === 'errors');
  return (
    <Section
      title={titles[unit]}
      description={
        <span className="inline-flex max-w-full flex-wrap items-center gap-x-1">
          Log group <CopyButton value={group} what="log group" showValue className="min-w-0" />
        </span>
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchInput
          placeholder="Text or request id"
          className="w-full sm:w-72"
          value={text}
          onChange={setText}
        />
        <SegmentedControl
          label={`${titles[unit]} shown`}
          options={shows}
          value={outcome === 'errors' ? 'errors' : 'all'}
          onChange={(value: Shown) => setOutcome(value)}
        />
        {canary !== undefined && (
          <SegmentedControl
            label="Answered by"
            options={[
              { value: 'stage', label: 'Stage' },
              { value: 'canary', label: 'Canary' },
            ]}
            value={served === 'canary' ? 'canary' : 'stage'}
            onChange={setServed}
          />
        )}
        <Field label="Follow" inline>
          <Switch checked={live} onCheckedChange={(on) => setFollow(on ? 'yes' : 'no')} />
        </Field>
        {!live && (
          <Button size="sm" busy={log.isFetching} onClick={() => void log.refetch()}>
            Read again
          </Button>
        )}
        {log.data && (
          <span className="text-muted text-small sm:ml-auto">
            {countWords(unit, shown.length, all.length)}
          </span>
        )}
      </div>
      {log.error && <FormError>{log.error.message}</FormError>}
      {log.isPending && <SkeletonRows rows={4} label="Reading the log" />}
      {log.data && shown.length === 0 && <NoCalls unit={unit} isEmpty={all.length === 0} />}
      <CallList calls={shown} />
    </Section>
  );
}

function NoCalls({ unit, isEmpty }: { unit: Unit; isEmpty: boolean }) {
  return (
    <p className="text-muted">
      {isEmpty
        ? `No ${unit} yet, or none within the retention of the settings. Each is logged when it has ended.`
        : `No ${unit} of these.`}
    </p>
  );
}

function CallList({ calls }: { calls: readonly LoggedCall[] }) {
  return (
    <ul aria-label="Logged calls" className="divide-y border-y empty:hidden">
      {calls.map((call) => (
        <LoggedCallLine key={call.requestId} call={call} open={calls.length === 1} />
      ))}
    </ul>
  );
}

const countWords = (unit: Unit, shown: number, all: number) => {
  const calls = `${all.toLocaleString('en')} ${all === 1 ? unit : `${unit}s`}`;
  return shown === all ? calls : `${shown.toLocaleString('en')} of ${calls}`;
};
