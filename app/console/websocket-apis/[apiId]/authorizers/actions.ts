'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { permitSaved } from '@/app/console/_components/permissions/permitSaved';
import type { AuthorizerInput } from '@/lib/model/v2/authorizer';
import { control } from '@/lib/runtime/slot';
import { changeTo } from '../changeTo';

const refresh = (apiId: string) => revalidatePath(`/console/websocket-apis/${apiId}`, 'layout');

/** A new one when no id is given. */
export const saveAuthorizer = action(
  async (actor, input: { apiId: string; authorizerId?: string; authorizer: AuthorizerInput }) => {
    const { apiId, authorizerId, authorizer } = input;
    const saved = await control().together(async ({ apis: { authorizers } }) => {
      if (!authorizerId) return authorizers.create(actor, apiId, authorizer);
      const { authorizerId: _id, ...before } = await authorizers.get(actor, apiId, authorizerId);
      return authorizers.update(actor, apiId, authorizerId, changeTo(before, authorizer));
    });
    await permitSaved(actor, apiId, { uri: saved.authorizerUri, role: saved.authorizerCredentialsArn });
    refresh(apiId);
    return saved;
  },
);

/** @returns what it was, for the way back */
export const deleteAuthorizer = action(
  async (
    actor,
    { apiId, authorizerId }: { apiId: string; authorizerId: string },
  ): Promise<AuthorizerInput> => {
    const { authorizers } = control().apis;
    const { authorizerId: _id, ...authorizer } = await authorizers.get(actor, apiId, authorizerId);
    await authorizers.delete(actor, apiId, authorizerId);
    refresh(apiId);
    return authorizer;
  },
);
