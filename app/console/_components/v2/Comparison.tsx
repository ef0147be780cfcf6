'use client';

import { usePathname, useRouter } from 'next/navigation';
import { ChangeList } from '@/components/console/ChangeList';
import { deploymentTitle } from '@/components/console/deploymentTitle';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import type { Change } from '@/lib/model/deployment';
import type { Deployment } from '@/lib/model/v2/stage';

/** Any two deployments, or one and what is not deployed yet, as a list of sentences. The pair is in the address. */
export function Comparison(props: {
  deployments: Deployment[];
  from: string;
  to: string;
  /** null: one of the two is gone */
  changes: Change[] | null;
}) {
  const { from, to, changes } = props;
  const router = useRouter();
  const pathname = usePathname();
  const options = [
    { value: 'current', label: 'Not deployed yet (as it is now)' },
    ...props.deployments.map(({ deploymentId, createdDate, description }) => ({
      value: deploymentId,
      label: deploymentTitle({ id: deploymentId, createdDate, description }),
    })),
  ];
  const show = (pair: { from: string; to: string }) =>
    router.replace(`${pathname}?${new URLSearchParams(pair)}`);
  return (
    <Section title="What changed">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="From">
          <Select
            value={from}
            options={options}
            onChange={({ target }) => show({ from: target.value, to })}
          />
        </Field>
        <Field label="To">
          <Select value={to} options={options} onChange={({ target }) => show({ from, to: target.value })} />
        </Field>
      </div>
      {changes ? (
        <ChangeList changes={changes} empty="These two are the same." />
      ) : (
        <FormError>One of the two deployments does not exist any more. Choose another.</FormError>
      )}
    </Section>
  );
}
