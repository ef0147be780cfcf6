'use client';

import Link from 'next/link';
import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { authorizerHref } from '../../../authorizers/_components/authorizerHref';
import { typeWords } from '../../../authorizers/_components/authorizerWords';
import type { MethodRequestValue } from '../drawers/boxValues';
import { useWorkspace } from '../Workspace';
import {
  type Authorization,
  authorizationMeaning,
  authorizationOf,
  choiceOf,
  chosenAuthorization,
} from './authorization';
import { ScopeRows } from './ScopeRows';

/** Who may call: anybody, signed callers, or whom an authorizer lets in; and with which scopes. */
export function AuthorizationFields(form: DraftForm<MethodRequestValue>) {
  const { value, set, errorOf, readOnly } = form;
  const { authorizers } = useWorkspace();
  const authorization = authorizationOf(value, authorizers);
  const choose = (choice: string) => {
    const { authorizerId: _before, authorizationScopes: _scopes, ...rest } = value;
    set({ ...rest, ...chosenAuthorization(choice, authorizers) });
  };
  const missing = {
    value: '',
    label: `${value.authorizationType}: its authorizer is missing`,
    disabled: true,
  };
  return (
    <>
      <Field
        label="Authorization"
        error={errorOf('authorizationType') ?? errorOf('authorizerId')}
        help={
          <>
            {authorizationMeaning(authorization)} <AuthorizerLink authorization={authorization} />
          </>
        }
      >
        <Select
          options={[
            ...(authorization.kind === 'missing' ? [missing] : []),
            { value: 'NONE', label: 'None' },
            { value: 'AWS_IAM', label: 'AWS IAM' },
            ...authorizers.map(({ id, name, type }) => ({
              value: id,
              label: `${name} (${typeWords[type].name})`,
            })),
          ]}
          value={choiceOf(authorization)}
          disabled={readOnly}
          onChange={({ target }) => choose(target.value)}
        />
      </Field>
      {value.authorizationType === 'COGNITO_USER_POOLS' && (
        <ScopeRows
          key={value.authorizerId}
          {...form}
          offered={authorization.kind === 'authorizer' ? authorization.authorizer.scopes : []}
        />
      )}
    </>
  );
}

function AuthorizerLink({ authorization }: { authorization: Authorization }) {
  const { restApiId, authorizers, editable } = useWorkspace();
  const className = 'text-accent-ink underline';
  if (authorization.kind === 'authorizer')
    return (
      <Link href={authorizerHref(restApiId, authorization.authorizer.id)} className={className}>
        Open and test it
      </Link>
    );
  if (authorizers.length > 0 || !editable) return null;
  return (
    <Link href={authorizerHref(restApiId)} className={className}>
      Create an authorizer
    </Link>
  );
}
