'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { ImportForm } from '../../../new/_components/ImportForm';

const modes = [
  { value: 'merge', label: 'Merge: keep what the document does not name' },
  { value: 'overwrite', label: 'Overwrite: be what the document says' },
];

/** A document into an API that exists. */
export function ReimportForm(props: { restApiId: string; functionArns: readonly string[] }) {
  const [open, setOpen] = useState(false);
  const [mode, setMode] = useState<'merge' | 'overwrite'>('merge');
  if (!open)
    return (
      <Button onClick={() => setOpen(true)} className="justify-self-start">
        Import a document
      </Button>
    );
  return (
    <div className="grid gap-4">
      <Field label="Mode" className="max-w-96">
        <Select
          value={mode}
          options={modes}
          onChange={(event) => setMode(event.target.value === 'overwrite' ? 'overwrite' : 'merge')}
        />
      </Field>
      <ImportForm {...props} mode={mode} />
    </div>
  );
}
