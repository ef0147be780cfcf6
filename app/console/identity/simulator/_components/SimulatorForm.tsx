'use client';

import { usePathname, useRouter } from 'next/navigation';
import { type FormEvent, useId, useState, useTransition } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { ActionFault } from '@/components/ui/useAction';
import { ContextFields } from './ContextFields';
import { type Simulation, simulationQuery, verbs } from './simulation';

interface Props {
  simulation: Simulation;
  userNames: readonly string[];
  apis: readonly { id: string; name: string; stageNames: string[] }[];
  /** of the chosen stage */
  paths: readonly string[];
  missingKeys: readonly string[];
  fault: ActionFault | undefined;
}

const choices = (values: readonly string[], none: string) => [
  { value: '', label: none, disabled: true },
  ...values.map((value) => ({ value, label: value })),
];

/** Its state is the address: a choice asks at once, what is typed asks when it is sent. */
export function SimulatorForm(props: Props) {
  const { fault } = props;
  const router = useRouter();
  const pathname = usePathname();
  const [draft, setDraft] = useState(props.simulation);
  const [pending, startTransition] = useTransition();
  const ask = (next: Simulation) => {
    setDraft(next);
    startTransition(() => router.replace(`${pathname}?${simulationQuery(next)}`, { scroll: false }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(draft);
  };
  const errorOf = (field: string) => fault?.fields.find((each) => each.field === field)?.message;
  const others = fault?.fields.every(({ field }) => !shown.test(field)) ? fault.message : undefined;
  return (
    <form onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-4" aria-label="Call to simulate">
      <FormError>{others}</FormError>
      <Field label="User">
        <Select
          value={draft.user}
          options={choices(props.userNames, 'Choose a user')}
          onChange={(event) => ask({ ...draft, user: event.target.value })}
        />
      </Field>
      <StageFields draft={draft} apis={props.apis} ask={ask} />
      <CallFields draft={draft} paths={props.paths} errorOf={errorOf} set={setDraft} ask={ask} />
      <ContextFields
        context={draft.context}
        missingKeys={props.missingKeys}
        errorOf={(key) => errorOf(`context.${key}`)}
        onChange={(context) => setDraft({ ...draft, context })}
      />
      <Button type="submit" variant="primary" busy={pending} className="justify-self-start">
        Simulate
      </Button>
    </form>
  );
}

/** Fields that say what is wrong with them themselves. */
const shown = /^(httpMethod|path|context\.)/;

function StageFields(props: Pick<Props, 'apis'> & { draft: Simulation; ask: (next: Simulation) => void }) {
  const { draft, apis, ask } = props;
  const stagesOf = (id: string) => apis.find((api) => api.id === id)?.stageNames ?? [];
  const stageNames = stagesOf(draft.api);
  const chooseApi = (id: string) => {
    const [first = '', ...others] = stagesOf(id);
    ask({ ...draft, api: id, stage: others.length === 0 ? first : '' });
  };
  return (
    <>
      <Field label="API">
        <Select
          value={draft.api}
          options={[
            { value: '', label: 'Choose an API', disabled: true },
            ...apis.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => chooseApi(event.target.value)}
        />
      </Field>
      <Field
        label="Stage"
        help={draft.api && stageNames.length === 0 ? 'This API is not deployed yet.' : undefined}
      >
        <Select
          value={draft.stage}
          disabled={stageNames.length === 0}
          options={choices(stageNames, 'Choose a stage')}
          onChange={(event) => ask({ ...draft, stage: event.target.value })}
        />
      </Field>
    </>
  );
}

function CallFields(props: {
  draft: Simulation;
  paths: readonly string[];
  errorOf: (field: string) => string | undefined;
  set: (next: Simulation) => void;
  ask: (next: Simulation) => void;
}) {
  const { draft, errorOf } = props;
  const listId = useId();
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-start gap-3">
      <Field label="Method" error={errorOf('httpMethod')}>
        <Select
          value={draft.method}
          options={verbs.map((value) => ({ value, label: value }))}
          onChange={(event) => props.ask({ ...draft, method: event.target.value })}
        />
      </Field>
      <Field label="Path" error={errorOf('path')}>
        <Input
          mono
          spellCheck={false}
          placeholder="/pets/7"
          list={listId}
          value={draft.path}
          onChange={(event) => props.set({ ...draft, path: event.target.value })}
        />
      </Field>
      <datalist id={listId}>
        {props.paths.map((path) => (
          <option key={path} value={path} />
        ))}
      </datalist>
    </div>
  );
}
