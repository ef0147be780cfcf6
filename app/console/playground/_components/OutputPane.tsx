'use client';

import { Badge } from '@/components/ui/Badge';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { CopyButton } from '@/components/ui/CopyButton';
import { Section } from '@/components/ui/Section';
import { Skeleton } from '@/components/ui/Skeleton';
import type { TemplateOutcome } from '@/lib/control/control';
import { overrideLines } from './overrideLines';
import type { Rendering } from './useRendering';

const mostShown = 100_000;

/** What the template makes of the input: the text, or the error with its place; then the overrides. */
export function OutputPane({ rendering, onGo }: { rendering: Rendering; onGo: (line: number) => void }) {
  const { outcome, pending } = rendering;
  return (
    <Section
      className="order-3"
      title="Output"
      actions={outcome && <Facts outcome={outcome} pending={pending} />}
    >
      {!outcome &&
        (pending ? <Skeleton className="h-44 w-full" /> : <p className="text-muted">Nothing ran yet.</p>)}
      {outcome?.error && <Failure error={outcome.error} onGo={onGo} />}
      {outcome && !outcome.error && <Text output={outcome.output} />}
      {outcome && <Overrides outcome={outcome} />}
    </Section>
  );
}

function Facts({ outcome, pending }: { outcome: TemplateOutcome; pending: boolean }) {
  return (
    <>
      {!outcome.error && (
        <Badge tone={isJson(outcome.output) ? 'success' : 'neutral'}>
          {isJson(outcome.output) ? 'JSON' : 'Not JSON'}
        </Badge>
      )}
      <span className="text-muted text-small tabular-nums" role="status">
        {pending ? 'Rendering' : `${outcome.duration.toFixed(2)} ms`}
      </span>
      {outcome.output !== '' && <CopyButton value={outcome.output} what="output" />}
    </>
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function Failure({
  error,
  onGo,
}: {
  error: NonNullable<TemplateOutcome['error']>;
  onGo: (line: number) => void;
}) {
  return (
    <div
      role="alert"
      className="grid gap-1 rounded-md border border-danger/40 bg-danger-fill px-3 py-2 text-danger"
    >
      <button
        type="button"
        className="justify-self-start font-medium underline"
        onClick={() => onGo(error.line)}
      >
        Line {error.line}, column {error.column}
      </button>
      <p className="min-w-0 break-words">{error.message}</p>
    </div>
  );
}

function Text({ output }: { output: string }) {
  if (output === '')
    return <p className="text-muted">The output is empty: the backend would get an empty body.</p>;
  return (
    <>
      <CodeEditor
        label="Output"
        language={isJson(output) ? 'json' : 'plain'}
        minHeight="120px"
        maxHeight="50vh"
        readOnly
        value={output.slice(0, mostShown)}
      />
      {output.length > mostShown && (
        <p className="text-muted text-small">
          The first 100,000 of {output.length.toLocaleString('en')} characters. Copying takes all.
        </p>
      )}
    </>
  );
}

function Overrides({ outcome }: { outcome: TemplateOutcome }) {
  const lines = overrideLines(outcome.overrides);
  if (lines.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="font-medium">Overrides</h3>
      <ul className="grid gap-0.5 font-mono text-small">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
