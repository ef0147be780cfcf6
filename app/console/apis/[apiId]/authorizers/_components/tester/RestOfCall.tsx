'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { KeyValueEditor } from '@/components/ui/KeyValueEditor';
import { Textarea } from '@/components/ui/Textarea';
import { blankTrial, type TrialInput } from './trialInput';

const isBlank = ({ path, headers, stageVariables, body }: TrialInput) =>
  JSON.stringify({ ...blankTrial, path, headers, stageVariables, body }) === JSON.stringify(blankTrial);

/** What a call has beside its identity: a function may look at all of it. Open when something is filled in. */
export function RestOfCall({
  input,
  change,
}: {
  input: TrialInput;
  change: (part: Partial<TrialInput>) => void;
}) {
  const [open, setOpen] = useState<boolean>();
  return (
    <details open={open ?? !isBlank(input)} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer font-medium marker:text-muted">Rest of the call</summary>
      <div className="mt-3 grid gap-4">
        <Field
          label="Path"
          help="With its query string. The method ARN that the policy is about ends with it."
        >
          <Input
            mono
            spellCheck={false}
            value={input.path}
            onChange={({ target }) => change({ path: target.value })}
          />
        </Field>
        <Pairs
          what="Header"
          title="Headers"
          value={input.headers}
          onChange={(headers) => change({ headers })}
        />
        <Pairs
          what="Stage variable"
          title="Stage variables"
          value={input.stageVariables}
          onChange={(stageVariables) => change({ stageVariables })}
        />
        <Field label="Body">
          <Textarea
            mono
            rows={3}
            spellCheck={false}
            value={input.body}
            onChange={({ target }) => change({ body: target.value })}
          />
        </Field>
      </div>
    </details>
  );
}

/** The editor keeps what is being typed; a record from outside (the kept inputs) begins it anew. */
function Pairs(props: {
  what: string;
  title: string;
  value: Record<string, string>;
  onChange: (value: Record<string, string>) => void;
}) {
  const [seen, setSeen] = useState(props.value);
  const [generation, setGeneration] = useState(0);
  if (props.value !== seen) {
    setSeen(props.value);
    setGeneration(generation + 1);
  }
  const change = (value: Record<string, string>) => {
    setSeen(value);
    props.onChange(value);
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{props.title}</legend>
      <KeyValueEditor key={generation} what={props.what} value={props.value} onChange={change} />
    </fieldset>
  );
}
