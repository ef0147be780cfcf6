'use client';

import Link from 'next/link';
import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import type { IntegrationRequestValue } from './boxValues';

/**
 * The role of the call: of a function it decides in place of the function's own policy; other services are called as
 * the settings say (docs/identity.md).
 */
export function CredentialsField(props: DraftForm<IntegrationRequestValue> & { ofFunction?: boolean }) {
  const { value, set, errorOf, readOnly, ofFunction = false } = props;
  return (
    <Field
      label="Credentials"
      error={errorOf('credentials')}
      help={
        ofFunction ? (
          'ARN of a role of this installation. It then decides whether the function is called, in place of the function’s own policy.'
        ) : (
          <>
            ARN of the role that AWS assumes, kept for exports. Here calls of AWS are signed as the{' '}
            <Link href="/console/settings" className="text-accent-ink underline">
              settings
            </Link>{' '}
            say.
          </>
        )
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
