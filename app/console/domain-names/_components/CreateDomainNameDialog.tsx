'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { createDomainName } from '../actions';
import { EndpointTypeField } from './EndpointTypeField';
import type { EndpointTypes } from './endpointTypes';

const fields = ['domainName'];

export function CreateDomainNameDialog(props: { onClose: () => void; onMade: (domainName: string) => void }) {
  const action = useAction(createDomainName, { fields });
  const [domainName, setDomainName] = useState('');
  const [endpoint, setEndpoint] = useState<EndpointTypes>('REGIONAL');
  const save = async () => {
    const made = await action.run({ domainName, endpoint });
    if (!made) return;
    toast(`${made.domainName} created`);
    props.onMade(made.domainName);
  };
  return (
    <FormDialog
      title="Create custom domain name"
      submit="Create domain name"
      busy={action.pending}
      disabled={domainName.trim() === ''}
      error={action.rest}
      onClose={props.onClose}
      onSubmit={save}
    >
      <Field
        label="Domain name"
        required
        help="The name of a host such as api.example.com, or a service name such as gateway. *.example.com answers for every name below that has none of its own."
        error={action.errorOf('domainName')}
      >
        <Input
          mono
          spellCheck={false}
          autoCapitalize="none"
          placeholder="api.example.com"
          value={domainName}
          onChange={(event) => setDomainName(event.target.value)}
        />
      </Field>
      <EndpointTypeField value={endpoint} onChange={setEndpoint} />
    </FormDialog>
  );
}
