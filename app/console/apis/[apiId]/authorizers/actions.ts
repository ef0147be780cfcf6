'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { permitSaved } from '@/app/console/_components/permissions/permitSaved';
import type { AuthorizerInput, AuthorizerTrial } from '@/lib/model/authorizer';
import { control } from '@/lib/runtime/slot';

type AuthorizerKey = { restApiId: string; authorizerId: string };

const refresh = (restApiId: string) => revalidatePath(`/console/apis/${restApiId}`, 'layout');

/** With `authorizerId` a change of that one, without it a new one. */
export const saveAuthorizer = action(
  async (
    actor,
    {
      restApiId,
      authorizerId,
      input,
    }: Partial<AuthorizerKey> & { restApiId: string; input: AuthorizerInput },
  ) => {
    const { authorizers } = control();
    const saved = authorizerId
      ? await authorizers.update(actor, restApiId, authorizerId, input)
      : await authorizers.create(actor, restApiId, input);
    const { authorizerUri, authorizerCredentials } = saved;
    await permitSaved(actor, restApiId, { uri: authorizerUri, role: authorizerCredentials });
    refresh(restApiId);
    return saved;
  },
);

/** The page of an authorizer that is gone must not be rendered again: who deletes leads away and refreshes there. */
export const deleteAuthorizer = action(async (actor, { restApiId, authorizerId }: AuthorizerKey) => {
  await control().authorizers.delete(actor, restApiId, authorizerId);
  return { authorizerId };
});

interface TestAuthorizerInput extends AuthorizerKey {
  headers: Record<string, string>;
  pathWithQueryString: string;
  body: string;
  stageVariables: Record<string, string>;
}

/** Runs the saved authorizer on an invented call; nothing is stored. */
export const testAuthorizer = action(async (actor, input: TestAuthorizerInput): Promise<AuthorizerTrial> => {
  const { restApiId, authorizerId, ...call } = input;
  const trial = await control().authorizers.test(actor, restApiId, authorizerId, call);
  const { context, claims } = trial;
  // The engine's records have no prototype, and an answer to the browser may hold only plain objects.
  return { ...trial, ...(context && { context: { ...context } }), ...(claims && { claims: { ...claims } }) };
});
