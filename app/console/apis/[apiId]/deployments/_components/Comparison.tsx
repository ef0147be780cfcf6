'use client';

import { useRouter } from 'next/navigation';
import { ChangeList } from '@/components/console/ChangeList';
import { deploymentTitle } from '@/components/console/deploymentTitle';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import type { Change, Deployment } from '@/lib/model/deployment';

/** Any two deployments, or one and the undeployed definition, as a list of sentences. The pair is in the address. */
export function Comparison(props: {
  restApiId: string;
  deployments: Deployment[];
  from: string;
  to: string;
  changes: Change[] | null;
}) {
  const router = useRouter();
  const options = [
    { value: 'current', label: 'Not deployed yet (as it is now)' },
    ...props.deployments.map((each) => ({ value: each.id, label: deploymentTitle(each) })),
  ];
  const show = (from: string, to: string) =>
    router.replace(`/console/apis/${props.restApiId}/deployments?from=${from}&to=${to}`);
  return (
    <Section title="What changed">
      <div className="mb-4 grid gap-3 sm:grid-cols-2">
        <Field label="From">
          <Select
            value={props.from}
            options={options}
            onChange={(event) => show(event.target.value, props.to)}
          />
        </Field>
        <Field label="To">
          <Select
            value={props.to}
            options={options}
            onChange={(event) => show(props.from, event.target.value)}
          />
        </Field>
      </div>
      {props.changes ? (
        <ChangeList changes={props.changes} empty="These two are the same." />
      ) : (
        <FormError>One of the two deployments does not exist any more. Choose another.</FormError>
      )}
    </Section>
  );
}
