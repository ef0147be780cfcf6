'use client';

import { CopyButton } from '@/components/ui/CopyButton';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import type { Portal } from '@/lib/model/portalSite';
import type { PortalPartProps } from './PortalForm';

/** Where readers find the portal: always at its default addresses, and at a host name of one's own. */
export function AddressFields(props: PortalPartProps & { portal: Portal }) {
  const { draft, set, errorOf, portal } = props;
  const error = errorOf('endpointConfiguration.acmManaged.domainName') ?? errorOf('endpointConfiguration');
  return (
    <Section title="Address">
      <dl className="max-w-3xl divide-y border-y">
        <Line
          label="Without a host name"
          value={portal.url}
          help="Works wherever this console does."
          what="address"
        />
        <Line
          label="Default domain name"
          value={portal.portalDefaultDomainName}
          help="A host that a DNS record may point to Gatehouse."
          what="default domain name"
        />
      </dl>
      <div className="grid max-w-2xl gap-4">
        <Field
          label="Domain name of your own"
          help="Empty: none. Calls with this name as their Host, at the console’s port, get the portal; its DNS record points here."
          error={error}
        >
          <Input
            mono
            spellCheck={false}
            autoCapitalize="none"
            placeholder="developers.example.com"
            value={draft.domainName}
            onChange={(event) => set({ domainName: event.target.value })}
          />
        </Field>
      </div>
    </Section>
  );
}

const Line = (props: { label: string; value: string; help: string; what: string }) => (
  <div className="grid gap-x-4 py-1.5 sm:grid-cols-[10rem_minmax(0,1fr)]">
    <dt className="pt-0.5 text-muted">{props.label}</dt>
    <dd className="min-w-0">
      <CopyButton value={props.value} what={props.what} showValue className="-ml-1" />
      <p className="text-muted text-small">{props.help}</p>
    </dd>
  </div>
);
