'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { type HttpMethod, httpMethods } from '@/lib/model/httpMethod';
import { useWorkspace } from '../Workspace';
import type { IntegrationRequestValue } from './boxValues';
import { timeoutWords } from './timeoutWords';

const verbs = httpMethods.map((value) => ({ value, label: value }));
const verbOf = (text: string): HttpMethod | undefined => httpMethods.find((verb) => verb === text);

/** Which backend is called, how, and how long it may take. */
export function Endpoint({ value, set, errorOf, readOnly }: DraftForm<IntegrationRequestValue>) {
  const { stages } = useWorkspace();
  const change = (part: Partial<IntegrationRequestValue>) => set({ ...value, ...part });
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Field label="Backend method" className="w-32" error={errorOf('httpMethod')}>
          <Select
            options={value.httpMethod ? verbs : [{ value: '', label: 'Choose' }, ...verbs]}
            value={value.httpMethod ?? ''}
            disabled={readOnly}
            onChange={(event) => change({ httpMethod: verbOf(event.target.value) })}
          />
        </Field>
        <Field
          label="Timeout in ms"
          className="min-w-48 flex-1"
          help={timeoutWords(value.timeoutInMillis, value.responseTransferMode === 'STREAM', stages)}
          error={errorOf('timeoutInMillis')}
        >
          <Input
            className="max-w-32"
            type="number"
            inputMode="numeric"
            value={value.timeoutInMillis}
            readOnly={readOnly}
            onChange={(event) => change({ timeoutInMillis: Number(event.target.value) })}
          />
        </Field>
      </div>
      <Field
        label="URI"
        error={errorOf('uri')}
        help={
          <>
            {'Takes '}
            <code className="font-mono">{'${stageVariables.name}'}</code>
            {' anywhere after the scheme, and '}
            <code className="font-mono">{'{pathParam}'}</code>
            {' for each path parameter mapped below.'}
          </>
        }
      >
        <Input
          mono
          inputMode="url"
          placeholder="https://backend.example.com/pets/{petId}"
          value={value.uri ?? ''}
          readOnly={readOnly}
          onChange={(event) => change({ uri: event.target.value })}
        />
      </Field>
    </>
  );
}
