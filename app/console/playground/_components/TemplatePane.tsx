'use client';

import { useMemo } from 'react';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { Section } from '@/components/ui/Section';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { Select } from '@/components/ui/Select';
import type { TemplateOutcome } from '@/lib/control/control';
import type { Draft } from './Draft';
import { examples } from './examples';
import { notesOf } from './notesOf';

const kinds = [
  { value: 'request', label: 'Request' },
  { value: 'response', label: 'Response' },
] as const;

/** The template, with the values that its lines gave behind them, and its error at its place. */
export function TemplatePane(props: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  outcome: TemplateOutcome | undefined;
  reveal: { line: number } | undefined;
}) {
  const { draft, change, outcome } = props;
  const notes = useMemo(() => notesOf(outcome?.values ?? []), [outcome]);
  const error = outcome?.error;
  return (
    <Section
      className="order-1"
      title="Template"
      actions={
        <>
          <SegmentedControl
            label="Kind of template"
            options={kinds}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
          <Select
            aria-label="Start from an example"
            className="w-48"
            options={[
              { value: '', label: 'Start from an example' },
              ...examples.map(({ name }) => ({ value: name, label: name })),
            ]}
            value=""
            onChange={(event) => {
              const chosen = examples.find(({ name }) => name === event.target.value);
              if (chosen) change(chosen.draft);
            }}
          />
        </>
      }
    >
      <CodeEditor
        label="Template"
        language="velocity"
        minHeight="340px"
        maxHeight="60vh"
        value={draft.template}
        onChange={(template) => change({ template })}
        placeholder={'{ "name": $input.json(\'$.name\') }'}
        notes={notes}
        errorLines={error ? [error.line] : []}
        {...(error ? { errorAt: error } : {})}
        {...(props.reveal ? { reveal: props.reveal } : {})}
      />
    </Section>
  );
}
