'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { VpcLink } from '@/lib/model/vpcLink';
import { saveVpcLink } from '../actions';
import { HealthCheckFields } from './HealthCheckFields';
import { TargetRows } from './TargetRows';
import { TlsFields } from './TlsFields';
import { draftOf, fieldsOf, inputOf, type VpcLinkDraft } from './vpcLinkDraft';

/** What every part of the form gets. */
export interface LinkPartProps {
  draft: VpcLinkDraft;
  set: (change: Partial<VpcLinkDraft>) => void;
  errorOf: (field: string) => string | undefined;
  editable: boolean;
}

/** A new link, or `link` with its changes. Live as soon as it is saved, without a deployment. */
export function VpcLinkForm(props: { link?: VpcLink; editable: boolean }) {
  const { link, editable } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(() => draftOf(link));
  const [draft, setDraft] = useState(base);
  const action = useAction(saveVpcLink, { fields: fieldsOf(draft) });
  const dirty = JSON.stringify(draft) !== JSON.stringify(base);
  useUnsavedGuard(dirty && !action.pending);
  useSaveShortcut(() => form.current?.requestSubmit(), editable);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const saved = await action.run({ ...(link && { vpcLinkId: link.id }), input: inputOf(draft) });
    if (!saved) return;
    const next = draftOf(saved);
    setBase(next);
    setDraft(next);
    toast(link ? 'VPC link saved' : `${saved.name} created`);
    if (!link) router.push(`/console/vpc-links/${saved.id}`);
  }

  const part: LinkPartProps = {
    draft,
    set: (change) => setDraft((now) => ({ ...now, ...change })),
    errorOf: action.errorOf,
    editable,
  };
  return (
    <form ref={form} onSubmit={submit} className={cn(link && 'border-t pt-4')}>
      <fieldset disabled={!editable} className="grid min-w-0 gap-6">
        <FormError>{action.rest}</FormError>
        <NameFields {...part} />
        <Section
          title="Targets"
          description="Calls of the integrations that name this link are spread over them, host and port each. The integration's URI gives the Host header and the path."
        >
          <TargetRows {...part} />
        </Section>
        <HealthCheckFields {...part} />
        <TlsFields {...part} />
        {editable && (
          <Button
            type="submit"
            variant="primary"
            busy={action.pending}
            disabled={Boolean(link) && !dirty}
            className="justify-self-start"
          >
            {link ? 'Save VPC link' : 'Create VPC link'}
          </Button>
        )}
      </fieldset>
    </form>
  );
}

const NameFields = ({ draft, set, errorOf }: LinkPartProps) => (
  <Section title="Link">
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Name" required error={errorOf('name')}>
        <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field label="Description" error={errorOf('description')}>
        <Input value={draft.description} onChange={(event) => set({ description: event.target.value })} />
      </Field>
    </div>
  </Section>
);
