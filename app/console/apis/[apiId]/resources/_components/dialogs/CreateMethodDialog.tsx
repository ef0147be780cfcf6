'use client';

import { useState } from 'react';
import { FunctionPicker } from '@/components/console/FunctionPicker';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import { type HttpMethod, httpMethods } from '@/lib/model/httpMethod';
import type { Resource } from '@/lib/model/restApi';
import { createMethod } from '../../actions';
import { isFunctionKind, kindOptions, uriForKind } from '../integration/integrationKinds';
import { useFirstPlace } from '../integration/useFirstPlace';
import { toPlace, usePlace } from '../usePlace';
import { useWorkspace } from '../Workspace';
import { type NewKind, type NewMethod, newMethod } from './newMethod';

const fields = ['httpMethod', 'uri', 'type'];
const types = kindOptions.flatMap(({ value, label }) => (value === 'AWS' ? [] : [{ value, label }]));
const verbOf = (text: string): HttpMethod => httpMethods.find((verb) => verb === text) ?? 'GET';
const kindOf = (text: string): NewKind => types.find(({ value }) => value === text)?.value ?? 'HTTP_PROXY';

/** A method with its integration, ready to test. */
export function CreateMethodDialog({ resource, onClose }: { resource: Resource; onClose: () => void }) {
  const { restApiId, functions } = useWorkspace();
  const place = useFirstPlace();
  const { go } = usePlace();
  const action = useAction(createMethod, { fields });
  const free = httpMethods.filter((verb) => !Object.hasOwn(resource.resourceMethods, verb));
  const [input, setInput] = useState<NewMethod>(() => ({
    httpMethod: free[0] ?? 'GET',
    backendMethod: free[0] ?? 'GET',
    kind: 'HTTP_PROXY',
    uri: '',
    functionUri: uriForKind('LAMBDA_PROXY', '', place),
    apiKeyRequired: false,
  }));
  const change = (part: Partial<NewMethod>) => setInput({ ...input, ...part });
  const create = async () => {
    const { httpMethod } = input;
    const made = await action.run({
      restApiId,
      resourceId: resource.id,
      httpMethod,
      ...newMethod(resource.path, input),
    });
    if (!made) return;
    onClose();
    go(toPlace(resource.id, httpMethod));
  };
  return (
    <FormDialog
      title={`Create method on ${resource.path}`}
      submit={`Create ${input.httpMethod}`}
      busy={action.pending}
      disabled={free.length === 0}
      error={action.rest}
      onClose={onClose}
      onSubmit={create}
    >
      <div className="grid gap-4 sm:grid-cols-[132px_1fr]">
        <Field label="Method" error={action.errorOf('httpMethod')}>
          <Select
            autoFocus
            options={free.map((value) => ({ value, label: value }))}
            value={input.httpMethod}
            onChange={(event) => {
              const httpMethod = verbOf(event.target.value);
              change({ httpMethod, backendMethod: httpMethod });
            }}
          />
        </Field>
        <Field label="Integration type" error={action.errorOf('type')}>
          <Select
            options={types}
            value={input.kind}
            onChange={(event) => change({ kind: kindOf(event.target.value) })}
          />
        </Field>
      </div>
      {isFunctionKind(input.kind) ? (
        <FunctionPicker
          functions={functions}
          uri={input.functionUri}
          error={action.errorOf('uri')}
          onChange={(functionUri) => change({ functionUri })}
        />
      ) : (
        input.kind !== 'MOCK' && <Backend input={input} change={change} error={action.errorOf('uri')} />
      )}
      <Checkbox
        label="API key required"
        checked={input.apiKeyRequired}
        onChange={(event) => change({ apiKeyRequired: event.target.checked })}
      />
    </FormDialog>
  );
}

function Backend(props: { input: NewMethod; change: (part: Partial<NewMethod>) => void; error?: string }) {
  const { input, change } = props;
  return (
    <div className="grid gap-4 sm:grid-cols-[132px_1fr]">
      <Field label="Backend method">
        <Select
          options={httpMethods.map((value) => ({ value, label: value }))}
          value={input.backendMethod}
          onChange={(event) => change({ backendMethod: verbOf(event.target.value) })}
        />
      </Field>
      <Field
        label="URI"
        required
        error={props.error}
        help="Path parameters as {petId} are mapped for you; stage variables as ${stageVariables.name}."
      >
        <Input
          mono
          inputMode="url"
          placeholder="https://backend.example.com/pets"
          value={input.uri}
          onChange={(event) => change({ uri: event.target.value })}
        />
      </Field>
    </div>
  );
}
