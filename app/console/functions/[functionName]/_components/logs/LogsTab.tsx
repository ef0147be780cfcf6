'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { SearchInput } from '@/components/ui/SearchInput';
import { SkeletonRows } from '@/components/ui/Skeleton';
import { Switch } from '@/components/ui/Switch';
import { useUrlState } from '@/components/ui/useUrlState';
import { functionLogsQuery } from '@/lib/queries/functionLogs';
import { InvocationLine } from './InvocationLine';
import { invocationsIn, matching } from './invocations';

/** What the function's calls wrote, call by call, newest first. */
export function LogsTab({ functionName }: { functionName: string }) {
  const [text, setText] = useUrlState('q');
  const [follow, setFollow] = useUrlState('follow', 'yes');
  const live = follow === 'yes';
  const logs = useQuery(functionLogsQuery(functionName, live));
  const all = logs.data ? invocationsIn(logs.data) : [];
  const shown = matching(all, text);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchInput
          placeholder="Text or request id"
          className="w-full sm:w-80"
          value={text}
          onChange={setText}
        />
        <Field label="Follow" inline>
          <Switch checked={live} onCheckedChange={(on) => setFollow(on ? 'yes' : 'no')} />
        </Field>
        {!live && (
          <Button size="sm" busy={logs.isFetching} onClick={() => void logs.refetch()}>
            Read again
          </Button>
        )}
        {logs.data && (
          <span className="text-muted text-small sm:ml-auto">{countWords(shown.length, all.length)}</span>
        )}
      </div>
      {logs.error && <FormError>{logs.error.message}</FormError>}
      {logs.isPending && <SkeletonRows rows={4} label="Reading logs" />}
      {logs.data && shown.length === 0 && (
        <p className="text-muted">
          {all.length === 0
            ? 'No call yet, or none within the retention of the settings. A call’s log comes when it has ended.'
            : 'No invocation has this text.'}
        </p>
      )}
      <ul aria-label="Invocations" className="divide-y border-y empty:hidden">
        {shown.map((invocation, index) => (
          <InvocationLine
            key={invocation.requestId}
            invocation={invocation}
            open={index === 0 || shown.length === 1}
          />
        ))}
      </ul>
    </div>
  );
}

const countWords = (shown: number, all: number) => {
  const calls = `${all.toLocaleString('en')} ${all === 1 ? 'invocation' : 'invocations'}`;
  return shown === all ? calls : `${shown.toLocaleString('en')} of ${calls}`;
};
