'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { permitSaved } from '@/app/console/_components/permissions/permitSaved';
import { integrationUpdate } from '@/components/console/v2/integrationUpdate';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console', 'layout');

/** A new integration, or what `integrationId` is with its changes. */
export const saveIntegration = action(
  async (actor, props: { apiId: string; integrationId?: string; input: IntegrationInput }) => {
    const { apiId, integrationId, input } = props;
    const saved = await control().together(async ({ apis: { integrations } }) => {
      if (integrationId === undefined) return integrations.create(actor, apiId, input);
      const before = await integrations.get(actor, apiId, integrationId);
      return integrations.update(actor, apiId, integrationId, integrationUpdate(before, input));
    });
    await permitSaved(actor, apiId, { uri: saved.integrationUri, role: saved.credentialsArn });
    refresh();
    return saved;
  },
);

/** @returns what was there, to put it back */
export const deleteIntegration = action(
  async (actor, { apiId, integrationId }: { apiId: string; integrationId: string }) => {
    const gone = await control().together(async ({ apis: { integrations } }) => {
      const integration = await integrations.get(actor, apiId, integrationId);
      await integrations.delete(actor, apiId, integrationId);
      return integration;
    });
    refresh();
    return gone;
  },
);
