'use client';

import { FunctionPicker } from '@/components/console/FunctionPicker';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { authorizerTypes } from '@/lib/model/authorizer';
import type { AuthorizerChoices } from '../AuthorizerChoices';
import { typeWords } from './authorizerWords';
import { CachingFields } from './CachingFields';
import { IdentitySourceRows } from './IdentitySourceRows';
import { ProviderRows } from './ProviderRows';
import type { useAuthorizerForm } from './useAuthorizerForm';

/** What every part of the form gets. */
export type AuthorizerPartProps = Pick<ReturnType<typeof useAuthorizerForm>, 'draft' | 'set' | 'errorOf'> & {
  readOnly: boolean;
};

/** Name and type, then what the type needs. */
export function AuthorizerFields(props: {
  form: ReturnType<typeof useAuthorizerForm>;
  choices: AuthorizerChoices;
  readOnly: boolean;
}) {
  const { choices, readOnly } = props;
  const { draft, set, errorOf } = props.form;
  const part = { draft, set, errorOf, readOnly };
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" required error={errorOf('name')}>
          <Input
            value={draft.name}
            readOnly={readOnly}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        <Field label="Type" help={typeWords[draft.type].meaning} error={errorOf('type')}>
          <Select
            options={authorizerTypes.map((value) => ({ value, label: typeWords[value].name }))}
            value={draft.type}
            disabled={readOnly}
            onChange={({ target }) =>
              set({ type: authorizerTypes.find((type) => type === target.value) ?? draft.type })
            }
          />
        </Field>
      </div>
      {draft.type === 'COGNITO_USER_POOLS' ? (
        <ProviderRows {...part} pools={choices.pools} />
      ) : (
        <FunctionPicker
          functions={choices.functions}
          uri={draft.authorizerUri}
          error={errorOf('authorizerUri')}
          byRole={Boolean(draft.kept.authorizerCredentials)}
          readOnly={readOnly}
          onChange={(authorizerUri) => set({ authorizerUri })}
        />
      )}
      {draft.type === 'REQUEST' ? <IdentitySourceRows {...part} /> : <TokenFields {...part} />}
      {draft.type !== 'COGNITO_USER_POOLS' && <CachingFields {...part} />}
    </>
  );
}

function TokenFields({ draft, set, errorOf, readOnly }: AuthorizerPartProps) {
  const isCognito = draft.type === 'COGNITO_USER_POOLS';
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label="Token source"
        required
        help="The header that holds the token. A call without it gets 401 at once."
        error={errorOf('identitySource')}
      >
        <Input
          mono
          spellCheck={false}
          value={draft.tokenHeader}
          readOnly={readOnly}
          onChange={(event) => set({ tokenHeader: event.target.value })}
        />
      </Field>
      <Field
        label={isCognito ? 'Audience' : 'Token validation'}
        help={
          isCognito
            ? 'A regular expression for the token’s aud or client_id. Empty: every client of the pools.'
            : 'A regular expression. A token that does not match gets 401 and the function is not called.'
        }
        error={errorOf('identityValidationExpression')}
      >
        <Input
          mono
          spellCheck={false}
          placeholder={isCognito ? '' : '^Bearer [-0-9a-zA-Z._]+$'}
          value={draft.identityValidationExpression}
          readOnly={readOnly}
          onChange={(event) => set({ identityValidationExpression: event.target.value })}
        />
      </Field>
    </div>
  );
}
