'use client';

import { Field } from '@/components/ui/Field';
import { Section } from '@/components/ui/Section';
import { Switch } from '@/components/ui/Switch';
import type { PlanPartProps } from './UsagePlanForm';

export function PortalFields({ draft, set, errorOf }: PlanPartProps) {
  return (
    <Section title="Developer portal">
      <Field
        label="Offered in portal"
        inline
        help="Developers can subscribe to it on the portal pages of its stages."
        error={errorOf('offeredInPortal')}
      >
        <Switch
          checked={draft.offeredInPortal}
          onCheckedChange={(offeredInPortal) => set({ offeredInPortal })}
        />
      </Field>
      <Field
        label="Approval required"
        inline
        help="A subscription waits under Subscriptions until an editor decides."
        error={errorOf('approvalRequired')}
      >
        <Switch
          checked={draft.approvalRequired}
          onCheckedChange={(approvalRequired) => set({ approvalRequired })}
        />
      </Field>
    </Section>
  );
}
