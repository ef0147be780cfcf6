'use client';

import Link from 'next/link';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { RouteForm } from './RouteFields';

const words = {
  NONE: 'None: anyone may call',
  AWS_IAM: 'IAM: signed calls',
} as const;

/** Open, signed, or decided by an authorizer; scopes with a JWT authorizer. */
export function AuthorizationFields({ apiId, form, authorizers }: RouteForm) {
  const { value, set, errorOf, readOnly } = form;
  const { authorizationType, authorizerId } = value;
  const choose = (choice: string) => {
    const found = authorizers.find((each) => each.authorizerId === choice);
    if (found) {
      const type = found.authorizerType === 'JWT' ? 'JWT' : 'CUSTOM';
      set({ ...value, authorizationType: type, authorizerId: choice });
    } else set({ ...value, authorizationType: choice === 'AWS_IAM' ? 'AWS_IAM' : 'NONE', authorizerId: '' });
  };
  const options = [
    { value: 'NONE', label: words.NONE },
    { value: 'AWS_IAM', label: words.AWS_IAM },
    ...authorizers.map((each) => ({
      value: each.authorizerId,
      label: `${each.name}: ${each.authorizerType === 'JWT' ? 'JWT' : 'Lambda authorizer'}`,
    })),
  ];
  return (
    <div className="grid gap-3">
      <Field
        label="Authorizer"
        error={errorOf('authorizerId') ?? errorOf('authorizationType')}
        help={
          <Link href={`/console/http-apis/${apiId}/authorizers`} className="text-accent-ink underline">
            Authorizers
          </Link>
        }
      >
        <Select
          options={options}
          value={authorizerId || authorizationType}
          disabled={readOnly}
          onChange={(event) => choose(event.target.value)}
        />
      </Field>
      {authorizationType === 'JWT' && (
        <Field
          label="Scopes"
          help="Apart by spaces; a token needs one of them. Empty: the token alone is enough."
          error={errorOf('authorizationScopes')}
        >
          <Input
            mono
            spellCheck={false}
            value={value.authorizationScopes.join(' ')}
            readOnly={readOnly}
            onChange={(event) => set({ ...value, authorizationScopes: event.target.value.split(' ') })}
          />
        </Field>
      )}
    </div>
  );
}
