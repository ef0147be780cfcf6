'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Form } from '@/components/ui/Form';
import { FormError } from '@/components/ui/FormError';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import { apiKeySources } from '@/lib/model/restApi';
import { updateRestApi } from '../../../actions';
import { type ApiKeySource, keySourceWords } from './keySourceWords';

const fields = ['apiKeySource'];

/** Where a call's API key comes from. */
export function KeySourceForm(props: {
  restApiId: string;
  apiKeySource: ApiKeySource;
  /** why AUTHORIZER finds no key, if it does not */
  warning: string | undefined;
  editable: boolean;
}) {
  const { restApiId, editable, warning } = props;
  const [source, setSource] = useState(props.apiKeySource);
  const action = useAction(updateRestApi, { fields });
  const dirty = source !== props.apiKeySource;
  useUnsavedGuard(dirty && !action.pending);
  async function save() {
    if (!editable || !dirty || action.pending) return false;
    const saved = await action.run({ restApiId, apiKeySource: source });
    if (saved) toast('API key source saved; it takes effect with the next deployment');
    return Boolean(saved);
  }
  return (
    <Form onSave={save} className="max-w-2xl">
      <FormError>{action.rest}</FormError>
      <Field
        label="API key source"
        help={keySourceWords[source].meaning}
        error={action.errorOf('apiKeySource')}
      >
        <Select
          className="max-w-64"
          options={apiKeySources.map((value) => ({ value, label: keySourceWords[value].name }))}
          value={source}
          disabled={!editable}
          onChange={({ target }) =>
            setSource(apiKeySources.find((value) => value === target.value) ?? source)
          }
        />
      </Field>
      {source === 'AUTHORIZER' && warning && (
        <p role="status" className="text-warning">
          {warning}
        </p>
      )}
      {editable && (
        <Button type="submit" busy={action.pending} disabled={!dirty} className="justify-self-start">
          Save API key source
        </Button>
      )}
    </Form>
  );
}
