'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { BackendMethodField } from './BackendMethodField';
import type { IntegrationRequestValue } from './boxValues';
import { TimeoutField } from './TimeoutField';

/** Which HTTP backend is called, how, and how long it may take. */
export function Endpoint(props: DraftForm<IntegrationRequestValue>) {
  const { value, set, errorOf, readOnly } = props;
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <BackendMethodField {...props} />
        <TimeoutField {...props} />
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
          onChange={(event) => set({ ...value, uri: event.target.value })}
        />
      </Field>
    </>
  );
}
