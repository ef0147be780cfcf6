'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { type HttpMethod, httpMethods } from '@/lib/model/httpMethod';
import type { IntegrationRequestValue } from './boxValues';

const verbs = httpMethods.map((value) => ({ value, label: value }));
const verbOf = (text: string): HttpMethod | undefined => httpMethods.find((verb) => verb === text);

/** The verb that the backend is called with. */
export function BackendMethodField({ value, set, errorOf, readOnly }: DraftForm<IntegrationRequestValue>) {
  return (
    <Field label="Backend method" className="w-32" error={errorOf('httpMethod')}>
      <Select
        options={value.httpMethod ? verbs : [{ value: '', label: 'Choose' }, ...verbs]}
        value={value.httpMethod ?? ''}
        disabled={readOnly}
        onChange={(event) => set({ ...value, httpMethod: verbOf(event.target.value) })}
      />
    </Field>
  );
}
