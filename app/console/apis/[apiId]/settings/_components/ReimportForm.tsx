'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { ImportForm } from '../../../new/_components/ImportForm';

const modes = [
  { value: 'merge', label: 'Merge' },
  { value: 'overwrite', label: 'Overwrite' },
];

export function ReimportForm({ restApiId }: { restApiId: string }) {
  const [mode, setMode] = useState<'merge' | 'overwrite'>('merge');
  return (
    <div className="grid gap-4">
      <Field label="Mode" className="max-w-56">
        <Select
          value={mode}
          options={modes}
          onChange={(event) => setMode(event.target.value === 'overwrite' ? 'overwrite' : 'merge')}
        />
      </Field>
      <ImportForm restApiId={restApiId} mode={mode} />
    </div>
  );
}
