'use client';

import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import type { PlanPartProps } from './UsagePlanForm';

export function NameFields({ draft, set, errorOf }: PlanPartProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Name" required error={errorOf('name')}>
        <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field label="Description" help="Shown with the plan in the portal." error={errorOf('description')}>
        <Input value={draft.description} onChange={(event) => set({ description: event.target.value })} />
      </Field>
    </div>
  );
}
