'use client';

import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { FormError } from '@/components/ui/FormError';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { DomainName } from '@/lib/model/domainName';
import { setEndpointType } from '../actions';
import { EndpointTypeField } from './EndpointTypeField';
import { endpointOf } from './endpointTypes';

/** What the name points to, and the one setting that has an effect here. */
export function DomainNameSettings({ domainName, editable }: { domainName: DomainName; editable: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const saved = endpointOf(domainName);
  const [endpoint, setEndpoint] = useState(saved);
  const action = useAction(setEndpointType);
  const dirty = endpoint !== saved;
  useUnsavedGuard(dirty && !action.pending);
  useSaveShortcut(() => form.current?.requestSubmit(), editable);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await action.run({ domainName: domainName.domainName, endpoint })) toast('Endpoint type saved');
  };
  return (
    <Section title="Settings">
      <dl className="max-w-2xl divide-y border-y">
        {factsOf(domainName).map(({ name, value }) => (
          <div key={name} className="flex flex-wrap items-baseline gap-x-4 py-1.5">
            <dt className="w-full text-muted sm:w-44">{name}</dt>
            <dd className="min-w-0 flex-1 basis-64 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <form ref={form} onSubmit={submit}>
        <fieldset disabled={!editable} className="grid max-w-md gap-4">
          <FormError>{action.rest}</FormError>
          <EndpointTypeField value={endpoint} saved={saved} onChange={setEndpoint} />
          {editable && (
            <Button type="submit" busy={action.pending} disabled={!dirty} className="justify-self-start">
              Save endpoint type
            </Button>
          )}
        </fieldset>
      </form>
    </Section>
  );
}

function factsOf(domainName: DomainName): { name: string; value: ReactNode }[] {
  const { targetDomainName, regionalCertificateArn, certificateArn, createdDate } = domainName;
  const certificate = regionalCertificateArn ?? certificateArn;
  return [
    {
      name: 'Target domain name',
      value: (
        <>
          <CopyButton value={targetDomainName} what="target domain name" showValue className="-ml-1" />
          <p className="text-muted text-small">
            What the name's CNAME record points to. Nobody outside of this machine finds a target that ends in
            localhost.
          </p>
        </>
      ),
    },
    ...(certificate
      ? [
          {
            name: 'Certificate',
            value: (
              <>
                <span className="break-all font-mono text-small">{certificate}</span>
                <p className="text-muted text-small">
                  Kept for AWS's tools. The gateway answers this name over HTTP.
                </p>
              </>
            ),
          },
        ]
      : []),
    { name: 'Created', value: <RelativeTime time={createdDate} /> },
  ];
}
