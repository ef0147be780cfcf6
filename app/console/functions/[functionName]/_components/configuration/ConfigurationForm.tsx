'use client';

import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { KeyValueEditor } from '@/components/ui/KeyValueEditor';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { Machine } from '../../../_components/machine';
import { familyOf, runtimeHelp, runtimeOf, runtimeOptions } from '../../../_components/runtimes';
import { saveFunctionConfiguration } from '../../../actions';
import { type ConfigurationDraft, fieldsOf, inputOf } from './configurationDraft';

interface PartProps {
  draft: ConfigurationDraft;
  set: (change: Partial<ConfigurationDraft>) => void;
  errorOf: (field: string) => string | undefined;
}

/** How $LATEST runs; published versions keep what they were published with. */
export function ConfigurationForm(props: {
  functionName: string;
  initial: ConfigurationDraft;
  machine: Machine;
  editable: boolean;
}) {
  const { functionName, editable } = props;
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(props.initial);
  const [draft, setDraft] = useState(base);
  const action = useAction(saveFunctionConfiguration, { fields: fieldsOf(draft) });
  const dirty = JSON.stringify(draft) !== JSON.stringify(base);
  useUnsavedGuard(dirty && !action.pending);
  useSaveShortcut(() => form.current?.requestSubmit(), editable && dirty);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!(await action.run({ functionName, input: inputOf(draft) }))) return;
    setBase(draft);
    toast('Configuration saved; the next call has it');
  }

  const part: PartProps = {
    draft,
    set: (change) => setDraft((now) => ({ ...now, ...change })),
    errorOf: action.errorOf,
  };
  return (
    <form ref={form} onSubmit={submit} className="max-w-3xl">
      <fieldset disabled={!editable} className="grid min-w-0 gap-6">
        <FormError>{action.rest}</FormError>
        <RuntimeFields {...part} machine={props.machine} />
        <LimitFields {...part} />
        <Section
          title="Environment variables"
          description={
            editable
              ? 'Kept encrypted; the function reads them as its environment. 4 KB together.'
              : 'Your role sees their names only.'
          }
        >
          <KeyValueEditor
            what="Variable"
            value={draft.environment}
            onChange={(environment) => part.set({ environment })}
            readOnly={!editable}
            errorOf={(name) => action.errorOf(`environment.${name}`)}
          />
          {action.errorOf('environment') && (
            <p role="alert" className="text-danger text-small">
              {action.errorOf('environment')}
            </p>
          )}
        </Section>
        {editable && (
          <Button
            type="submit"
            variant="primary"
            busy={action.pending}
            disabled={!dirty}
            className="justify-self-start"
            aria-keyshortcuts="Control+S"
          >
            Save configuration
          </Button>
        )}
      </fieldset>
    </form>
  );
}

function RuntimeFields({ draft, set, errorOf, machine }: PartProps & { machine: Machine }) {
  return (
    <Section title="Code">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Description" className="sm:col-span-2" error={errorOf('description')}>
          <Input value={draft.description} onChange={(event) => set({ description: event.target.value })} />
        </Field>
        <Field label="Runtime" help={runtimeHelp(draft.runtime, machine)} error={errorOf('runtime')}>
          <Select
            options={runtimeOptions(machine, undefined, draft.runtime)}
            value={draft.runtime}
            onChange={({ target }) => set({ runtime: runtimeOf(target.value) ?? draft.runtime })}
          />
        </Field>
        {familyOf(draft.runtime) !== 'provided' && (
          <Field
            label="Handler"
            help="File without its ending, then what it exports: index.handler."
            error={errorOf('handler')}
          >
            <Input
              mono
              spellCheck={false}
              value={draft.handler}
              onChange={(event) => set({ handler: event.target.value })}
            />
          </Field>
        )}
      </div>
    </Section>
  );
}

const limits = [
  { field: 'memorySize', label: 'Memory in MB', help: '128 to 10,240, for all its processes together.' },
  {
    field: 'timeout',
    label: 'Timeout in seconds',
    help: '1 to 900; a method waits 29 s unless it says otherwise.',
  },
  {
    field: 'reservedConcurrency',
    label: 'Reserved concurrency',
    help: 'Calls at once; 0 runs none. Empty: as many as the machine has for all.',
  },
] as const;

function LimitFields({ draft, set, errorOf }: PartProps) {
  return (
    <Section title="Limits" description="What one call may take before it is ended.">
      <div className="grid gap-4 sm:grid-cols-3">
        {limits.map(({ field, label, help }) => (
          <Field key={field} label={label} help={help} error={errorOf(field)}>
            <Input
              inputMode="numeric"
              value={draft[field]}
              onChange={(event) => set({ [field]: event.target.value })}
            />
          </Field>
        ))}
      </div>
    </Section>
  );
}
