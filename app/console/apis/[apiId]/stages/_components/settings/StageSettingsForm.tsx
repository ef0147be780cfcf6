'use client';

import Link from 'next/link';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { Textarea } from '@/components/ui/Textarea';
import type { StageDetailProps } from '../StageDetail';
import { useStageDraft } from '../useStageDraft';
import { certificateOptions } from './certificateOptions';
import { draftOf, updateOf } from './settingsDraft';

const fields = ['description', 'clientCertificateId', 'maximumTimeoutInMillis'];

/** What a stage is for, what it shows to its backends, and how long it waits for them. */
export function StageSettingsForm({ stage, certificates, editable }: StageDetailProps) {
  const { form, onSubmit, draft, set, changed, pending, errorOf, rest } = useStageDraft(stage, {
    stored: draftOf(stage),
    updateOf,
    fieldsOf: () => fields,
    savedWords: () => 'Stage settings saved',
  });
  return (
    <Section title="Settings">
      <form ref={form} onSubmit={onSubmit} className="grid max-w-2xl gap-4">
        <FormError>{rest}</FormError>
        <Field label="Description" error={errorOf('description')}>
          <Textarea
            value={draft.description}
            readOnly={!editable}
            onChange={(event) => set({ description: event.target.value })}
          />
        </Field>
        <Field
          label="Client certificate"
          help={
            <>
              Shown to HTTPS backends, so that they know the gateway.{' '}
              <Link href="/console/client-certificates" className="text-accent-ink underline">
                Client certificates
              </Link>
            </>
          }
          error={errorOf('clientCertificateId')}
        >
          <Select
            value={draft.clientCertificateId}
            disabled={!editable}
            options={certificateOptions(certificates, draft.clientCertificateId)}
            onChange={(event) => set({ clientCertificateId: event.target.value })}
          />
        </Field>
        <Field
          label="Longest timeout in milliseconds"
          help="AWS ends every integration at 29000 ms. With more here, an integration of this stage may take as long as its own timeout says, up to 900000 ms. Empty: AWS's."
          error={errorOf('maximumTimeoutInMillis')}
        >
          <Input
            inputMode="numeric"
            placeholder="29000"
            className="sm:w-48"
            value={draft.maximumTimeoutInMillis}
            readOnly={!editable}
            onChange={(event) => set({ maximumTimeoutInMillis: event.target.value })}
          />
        </Field>
        {editable && (
          <Button type="submit" disabled={!changed} busy={pending} className="justify-self-start">
            Save settings
          </Button>
        )}
      </form>
    </Section>
  );
}
