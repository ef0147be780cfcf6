'use client';

import { useState } from 'react';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { Section } from '@/components/ui/Section';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { Select } from '@/components/ui/Select';
import type { Draft } from './Draft';
import { bodyPresets } from './examples';
import type { Faults, JsonPart } from './readTrial';

const parts = [
  { value: 'body', label: 'Body' },
  { value: 'parameters', label: 'Parameters' },
  { value: 'stageVariables', label: 'Stage variables' },
  { value: 'context', label: 'Context' },
] as const;
type Part = (typeof parts)[number]['value'];

const help: Record<Part, string> = {
  body: 'What $input.body, $input.json and $input.path read.',
  parameters: 'What $input.params reads: path, querystring and header, each a map of texts.',
  stageVariables: 'What $stageVariables reads.',
  context: 'Laid over an invented $context; name only what matters.',
};

/** The invented call, part by part. A part whose JSON is wrong is named, also while another is open. */
export function InputPane(props: { draft: Draft; change: (part: Partial<Draft>) => void; faults: Faults }) {
  const { draft, change, faults } = props;
  const [part, setPart] = useState<Part>('body');
  const wrong = parts.flatMap(({ value, label }) =>
    value !== 'body' && faults[value] ? [{ value, label, fault: faults[value] }] : [],
  );
  return (
    <Section
      className="order-2"
      title="Input"
      actions={part === 'body' && <BodyPresets onChoose={(body) => change({ body })} />}
    >
      <div className="overflow-x-auto">
        <SegmentedControl label="Part of the input" options={parts} value={part} onChange={setPart} />
      </div>
      <p id="playground-part-help" className="text-muted text-small">
        {part === 'body' && draft.kind === 'response' ? `The backend's answer. ${help.body}` : help[part]}
      </p>
      <CodeEditor
        key={part}
        label={parts.find(({ value }) => value === part)?.label ?? ''}
        language="json"
        height="180px"
        value={draft[part]}
        onChange={(text) => change({ [part]: text })}
        describedBy="playground-part-help"
      />
      {wrong.map(({ value, label, fault }) => (
        <Fault key={value} part={value} label={label} fault={fault} onGo={setPart} />
      ))}
    </Section>
  );
}

function Fault(props: { part: JsonPart; label: string; fault: string; onGo: (part: Part) => void }) {
  return (
    <p role="alert" className="break-words text-danger text-small">
      <button type="button" className="font-medium underline" onClick={() => props.onGo(props.part)}>
        {props.label}
      </button>
      : {props.fault}. The output is that of the last input that could be read.
    </p>
  );
}

function BodyPresets({ onChoose }: { onChoose: (body: string) => void }) {
  return (
    <Select
      aria-label="Body preset"
      className="w-40"
      options={[
        { value: '', label: 'Body preset' },
        ...bodyPresets.map(({ name }) => ({ value: name, label: name })),
      ]}
      value=""
      onChange={(event) => {
        const preset = bodyPresets.find(({ name }) => name === event.target.value);
        if (preset) onChoose(preset.body);
      }}
    />
  );
}
