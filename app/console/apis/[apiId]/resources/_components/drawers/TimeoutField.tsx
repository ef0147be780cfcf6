'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { useWorkspace } from '../Workspace';
import type { IntegrationRequestValue } from './boxValues';
import { timeoutWords } from './timeoutWords';

/** How long a backend may take, and which stages cut it short. */
export function TimeoutField({ value, set, errorOf, readOnly }: DraftForm<IntegrationRequestValue>) {
  const { stages } = useWorkspace();
  return (
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
        onChange={(event) => set({ ...value, timeoutInMillis: Number(event.target.value) })}
      />
    </Field>
  );
}
