'use client';

import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { Settings } from '@/lib/control/control';
import { updateSettings } from '../actions';
import { ServiceFields } from './ServiceFields';
import { EgressField, RetentionField, SignUpField, ThrottleFields } from './SettingsFields';
import { type PoolChoice, SignInField } from './SignInField';
import { changesOf, draftOf, isEgressField, isEndpointField, type SettingsDraft } from './settingsDraft';

const fields = [
  'signUpOpen',
  'throttle.rateLimit',
  'throttle.burstLimit',
  'retentionDays',
  'serviceAccessKeyId',
  'serviceSecretAccessKey',
  'signInUserPoolId',
];

/** Saves what was changed, and nothing else. */
export function SettingsForm({ settings, pools }: { settings: Settings; pools: PoolChoice[] }) {
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(() => draftOf(settings));
  const [draft, setDraft] = useState(base);
  const action = useAction(updateSettings);
  const faults = action.error?.fields ?? [];
  const shown = faults.every(
    ({ field }) => fields.includes(field) || isEgressField(field) || isEndpointField(field),
  );
  const changes = changesOf(base, draft);
  const dirty = Object.keys(changes).length > 0;
  useUnsavedGuard(dirty);
  useSaveShortcut(() => form.current?.requestSubmit());

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!dirty) return;
    const saved = await action.run(changes);
    if (!saved) return;
    setBase(draftOf(saved));
    setDraft(draftOf(saved));
    toast('Settings saved');
  }

  const part = {
    draft,
    set: (change: Partial<SettingsDraft>) => setDraft((now) => ({ ...now, ...change })),
    errorOf: action.errorOf,
    faults,
  };
  return (
    <form ref={form} onSubmit={submit} className="grid min-w-0 gap-6">
      <FormError>{faults.length > 0 && shown ? undefined : action.error?.message}</FormError>
      <SignUpField {...part} />
      <SignInField {...part} pools={pools} stored={base.signInUserPoolId} />
      <EgressField {...part} />
      <ServiceFields {...part} stored={base} />
      <ThrottleFields {...part} />
      <RetentionField {...part} />
      <Button
        type="submit"
        variant="primary"
        busy={action.pending}
        disabled={!dirty}
        className="justify-self-start"
      >
        Save settings
      </Button>
    </form>
  );
}
