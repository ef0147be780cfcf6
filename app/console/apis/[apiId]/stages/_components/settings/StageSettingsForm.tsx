'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { Textarea } from '@/components/ui/Textarea';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import { updateStage } from '../../actions';
import type { StageDetailProps } from '../StageDetail';
import { certificateOptions } from './certificateOptions';
import { draftOf, type StageSettingsDraft, updateOf } from './settingsDraft';

const fields = ['description', 'clientCertificateId', 'maximumTimeoutInMillis'];

/** What a stage is for, what it shows to its backends, and how long it waits for them. */
export function StageSettingsForm({ stage, certificates, editable }: StageDetailProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => draftOf(stage));
  const action = useAction(updateStage, { fields });
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(stage));
  useUnsavedGuard(changed);
  useSaveShortcut(() => form.current?.requestSubmit(), changed);
  const set = (change: Partial<StageSettingsDraft>) => setDraft({ ...draft, ...change });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { restApiId, stageName } = stage;
    if (!(await action.run({ restApiId, stageName, ...updateOf(draft) }))) return;
    toast('Stage settings saved');
    router.refresh();
  };
  return (
    <Section title="Settings">
      <form ref={form} onSubmit={(event) => void save(event)} className="grid max-w-2xl gap-4">
        <FormError>{action.rest}</FormError>
        <Field label="Description" error={action.errorOf('description')}>
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
          error={action.errorOf('clientCertificateId')}
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
          error={action.errorOf('maximumTimeoutInMillis')}
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
          <Button type="submit" disabled={!changed} busy={action.pending} className="justify-self-start">
            Save settings
          </Button>
        )}
      </form>
    </Section>
  );
}
