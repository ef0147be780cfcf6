'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { Textarea } from '@/components/ui/Textarea';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { createProduct } from '../actions';

const fields = ['displayName', 'description'];

export function CreateProductDialog(props: { onClose: () => void; onMade: (id: string) => void }) {
  const action = useAction(createProduct, { fields });
  const [displayName, setDisplayName] = useState('');
  const [description, setDescription] = useState('');
  const save = async () => {
    const made = await action.run({ displayName, description: description.trim() });
    if (!made) return;
    toast(`${made.displayName} created`);
    props.onMade(made.portalProductId);
  };
  return (
    <FormDialog
      title="Create portal product"
      submit="Create product"
      busy={action.pending}
      disabled={displayName.trim() === ''}
      error={action.rest}
      onClose={props.onClose}
      onSubmit={() => void save()}
    >
      <Field label="Name" required error={action.errorOf('displayName')}>
        <Input value={displayName} onChange={(event) => setDisplayName(event.target.value)} />
      </Field>
      <Field
        label="Description"
        help="Stands under the name, and begins its overview page. Endpoints and further pages come next."
        error={action.errorOf('description')}
      >
        <Textarea rows={3} value={description} onChange={(event) => setDescription(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
