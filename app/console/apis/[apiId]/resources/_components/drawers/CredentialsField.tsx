'use client';

import Link from 'next/link';
import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import type { IntegrationRequestValue } from './boxValues';

/** The role that AWS assumes for the call; here the settings say as whom AWS is called. */
export function CredentialsField({ value, set, errorOf, readOnly }: DraftForm<IntegrationRequestValue>) {
  return (
    <Field
      label="Credentials"
      error={errorOf('credentials')}
      help={
        <>
          ARN of the role that AWS assumes, kept for exports. Here calls of AWS are signed as the{' '}
          <Link href="/console/settings" className="text-accent-ink underline">
            settings
          </Link>{' '}
          say.
        </>
      }
    >
      <Input
        mono
        spellCheck={false}
        placeholder="arn:aws:iam::123456789012:role/apigateway"
        value={value.credentials ?? ''}
        readOnly={readOnly}
        onChange={(event) => set({ ...value, credentials: event.target.value || undefined })}
      />
    </Field>
  );
}
