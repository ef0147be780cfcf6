'use client';

import { Play, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import type { Method } from '@/lib/model/method';
import { realWrite } from './testRequest';

/** The button that runs a test, and what it does to a real backend. */
export function RunBar({ method, busy, onRun }: { method: Method; busy: boolean; onRun: () => void }) {
  const write = realWrite(method);
  return (
    <div className="space-y-2">
      <div className="flex items-center gap-2">
        <Button
          variant="primary"
          busy={busy}
          disabled={!method.methodIntegration}
          onClick={onRun}
          aria-keyshortcuts="Control+Enter"
        >
          {!busy && <Play aria-hidden />}
          Run {method.httpMethod}
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
