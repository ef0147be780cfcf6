'use client';

import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import type { LinkPartProps } from './VpcLinkForm';
import { protocols } from './vpcLinkDraft';

const protocolWords = {
  TCP: 'TCP: a connection is enough',
  HTTP: 'HTTP: GET answers 200 to 399',
  HTTPS: 'HTTPS: GET answers 200 to 399',
};
const protocolOptions = protocols.map((value) => ({ value, label: protocolWords[value] }));

const numbers = [
  { member: 'intervalSeconds', label: 'Interval in seconds', help: '1 to 300.' },
  { member: 'timeoutSeconds', label: 'Timeout in seconds', help: '1 to 60.' },
  { member: 'healthyThreshold', label: 'Healthy after', help: 'Good results in a row, 1 to 10.' },
  { member: 'unhealthyThreshold', label: 'Unhealthy after', help: 'Bad results in a row, 1 to 10.' },
] as const;

/** How the gateway finds out which targets get calls. */
export function HealthCheckFields({ draft, set, errorOf }: LinkPartProps) {
  return (
    <Section title="Health check" description="A target that fails it gets no calls until it passes again.">
      <Field label="Check the targets" inline>
        <Switch checked={draft.checked} onCheckedChange={(checked) => set({ checked })} />
      </Field>
      {draft.checked && (
        <div className="grid max-w-2xl gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Protocol">
              <Select
                value={draft.protocol}
                options={protocolOptions}
                onChange={(event) => set({ protocol: event.target.value })}
              />
            </Field>
            {draft.protocol !== 'TCP' && (
              <Field label="Path" error={errorOf('healthCheck.path')}>
                <Input mono value={draft.path} onChange={(event) => set({ path: event.target.value })} />
              </Field>
            )}
          </div>
          <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
            {numbers.map(({ member, label, help }) => (
              <Field key={member} label={label} help={help} error={errorOf(`healthCheck.${member}`)}>
                <Input
                  inputMode="numeric"
                  value={draft[member]}
                  onChange={(event) => set({ [member]: event.target.value })}
                />
              </Field>
            ))}
          </div>
        </div>
      )}
    </Section>
  );
}
