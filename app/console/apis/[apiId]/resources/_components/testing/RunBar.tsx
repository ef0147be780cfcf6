'use client';

import { Play, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';
import { anyVerbs, realWrite, type TestRequest, verbOf } from './testRequest';

/** The button that runs a test, and what it does to a real backend. */
export function RunBar(props: {
  resource: Resource;
  method: Method;
  request: TestRequest;
  change: (part: Partial<TestRequest>) => void;
  busy: boolean;
  onRun: () => void;
}) {
  const { resource, method, request, busy } = props;
  const { httpMethod } = method;
  const verb = verbOf({ resource, httpMethod }, request);
  const write = realWrite(method, verb);
  return (
    <div className="space-y-2">
      <div className="flex items-center gap-2">
        {httpMethod === 'ANY' && (
          <Select
            aria-label="Verb"
            className="w-28"
            options={anyVerbs(resource).map((value) => ({ value, label: value }))}
            value={verb}
            onChange={(event) => props.change({ verb: event.target.value })}
          />
        )}
        <Button
          variant="primary"
          busy={busy}
          disabled={!method.methodIntegration}
          onClick={props.onRun}
          aria-keyshortcuts="Control+Enter"
        >
          {!busy && <Play aria-hidden />}
          Run {verb}
        </Button>
        <kbd className="font-sans text-muted text-small">Ctrl Enter</kbd>
      </div>
      {!method.methodIntegration && (
        <p className="text-muted">The method has no integration yet, so there is nothing to run.</p>
      )}
      {write && (
        <p className="flex gap-2 rounded-md border border-warning/30 bg-warning-fill px-3 py-2 text-warning">
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          <span className="min-w-0 break-words">
            This really calls the backend, and what it changes there stays changed:{' '}
            <span className="break-all font-mono text-small">{write}</span>
          </span>
        </p>
      )}
    </div>
  );
}
