'use client';

import { RateFields } from '@/components/console/RateFields';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Switch } from '@/components/ui/Switch';
import { Textarea } from '@/components/ui/Textarea';
import type { ActionFault } from '@/components/ui/useAction';
import { egressErrors, type SettingsDraft } from './settingsDraft';

/** What every part of the form gets. */
export interface PartProps {
  draft: SettingsDraft;
  set: (change: Partial<SettingsDraft>) => void;
  errorOf: (field: string) => string | undefined;
  faults: ActionFault['fields'];
}

export function SignUpField({ draft, set, errorOf }: PartProps) {
  return (
    <Section title="Portal sign-up">
      <Field
        label="Anybody can sign up as a developer"
        inline
        help="Closed, new accounts come from Users only, also with identity providers. Existing accounts go on."
        error={errorOf('signUpOpen')}
      >
        <Switch checked={draft.signUpOpen} onCheckedChange={(signUpOpen) => set({ signUpOpen })} />
      </Field>
    </Section>
  );
}

export function EgressField({ draft, set, faults }: PartProps) {
  return (
    <Section
      title="Egress"
      description="Integrations may call backends on loopback and private addresses, but not link-local and cloud metadata addresses, nor Gatehouse's own ports. An entry here lifts that for one target."
    >
      <Field
        label="Allowed targets"
        help="One a line: a host, host:port, [address]:port or a network such as 10.0.0.0/8. Empty is the safe choice."
        error={egressErrors(draft.egress, faults)}
      >
        <Textarea
          mono
          rows={5}
          spellCheck={false}
          placeholder="metadata-proxy.internal:8080"
          value={draft.egress}
          onChange={(event) => set({ egress: event.target.value })}
        />
      </Field>
    </Section>
  );
}

export function ThrottleFields({ draft, set, errorOf }: PartProps) {
  return (
    <Section
      title="Account throttling"
      description="One token bucket for the calls to all APIs together, besides those of stages and plans. Above it callers get 429."
    >
      <RateFields value={draft} onChange={set} errorOf={errorOf} />
    </Section>
  );
}

export function RetentionField({ draft, set, errorOf }: PartProps) {
  return (
    <Section title="Retention">
      <Field
        label="Days"
        className="max-w-xs"
        help="How long usage and metrics are kept; older ones are deleted."
        error={errorOf('retentionDays')}
      >
        <Input
          inputMode="numeric"
          value={draft.retentionDays}
          onChange={(event) => set({ retentionDays: event.target.value })}
        />
      </Field>
    </Section>
  );
}
