'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';

/** The name of a new section, or another one for `name`. */
export function SectionDialog(props: {
  title: string;
  name?: string;
  taken: string[];
  onClose: () => void;
  onName: (name: string) => void;
}) {
  const [name, setName] = useState(props.name ?? '');
  const chosen = name.trim();
  const isTaken = chosen !== props.name && props.taken.includes(chosen);
  return (
    <FormDialog
      title={props.title}
      submit={props.name === undefined ? 'Add section' : 'Rename section'}
      busy={false}
      disabled={chosen === '' || isTaken}
      onClose={props.onClose}
      onSubmit={() => props.onName(chosen)}
    >
      <Field
        label="Name"
        required
        help="Readers see it above its endpoints."
        {...(isTaken && { error: 'Another section has this name' })}
      >
        <Input maxLength={255} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
