'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { permitSaved } from '@/app/console/_components/permissions/permitSaved';
import type { AuthorizerInput } from '@/lib/model/v2/authorizer';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console', 'layout');

/** A new authorizer, or what `authorizerId` is with its changes. */
export const saveAuthorizer = action(
  async (actor, props: { apiId: string; authorizerId?: string; input: AuthorizerInput }) => {
    const { apiId, authorizerId, input } = props;
    const { authorizers } = control().apis;
    const saved =
      authorizerId === undefined
        ? await authorizers.create(actor, apiId, input)
        : await authorizers.update(actor, apiId, authorizerId, input);
    await permitSaved(actor, apiId, { uri: saved.authorizerUri, role: saved.authorizerCredentialsArn });
    refresh();
    return saved;
  },
);

/** @returns what was there, to put it back */
export const deleteAuthorizer = action(
  async (actor, { apiId, authorizerId }: { apiId: string; authorizerId: string }) => {
    const gone = await control().together(async ({ apis: { authorizers } }) => {
      const authorizer = await authorizers.get(actor, apiId, authorizerId);
      await authorizers.delete(actor, apiId, authorizerId);
      return authorizer;
    });
    refresh();
    return gone;
  },
);
