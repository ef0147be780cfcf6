'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { permitSaved } from '@/app/console/_components/permissions/permitSaved';
import type { Control } from '@/lib/control/control';
import type { Actor } from '@/lib/model/role';
import type { IntegrationInput, IntegrationResponseInput } from '@/lib/model/v2/integration';
import type { RouteInput } from '@/lib/model/v2/route';
import { control } from '@/lib/runtime/slot';
import { changeTo } from '../changeTo';
import { type KeptRoute, keepRoute, remakeRoute } from './keepRoute';

const refresh = (apiId: string) => revalidatePath(`/console/websocket-apis/${apiId}`, 'layout');

/** One transaction for all that `work` changes, `then` what follows from it, and the pages of the API anew. */
async function changeApi<Result>(
  apiId: string,
  work: (apis: Control['apis']) => Promise<Result>,
  then?: (result: Result) => Promise<void>,
): Promise<Result> {
  const result = await control().together(({ apis }) => work(apis));
  await then?.(result);
  refresh(apiId);
  return result;
}

/** Lets the API invoke what an integration calls. */
const permitCalled = (
  actor: Actor,
  apiId: string,
  { integrationUri, credentialsArn }: Partial<IntegrationInput> = {},
) => permitSaved(actor, apiId, { uri: integrationUri, role: credentialsArn });

/** With an integration of its own, with one that is there (`target`), or with none yet. */
export const createRoute = action(
  (actor, input: { apiId: string; routeKey: string; target?: string; integration?: IntegrationInput }) =>
    changeApi(
      input.apiId,
      async (apis) => {
        const { apiId, integration, ...route } = input;
        if (!integration) return apis.routes.create(actor, apiId, route);
        const { integrationId } = await apis.integrations.create(actor, apiId, integration);
        return apis.routes.create(actor, apiId, { ...route, target: `integrations/${integrationId}` });
      },
      () => permitCalled(actor, input.apiId, input.integration),
    ),
);

export const updateRoute = action(
  (actor, { apiId, routeId, input }: { apiId: string; routeId: string; input: Partial<RouteInput> }) =>
    changeApi(apiId, async (apis) => {
      const {
        target: _target,
        routeResponseSelectionExpression: _said,
        ...before
      } = await apis.routes.get(actor, apiId, routeId);
      const { routeId: _id, routeKey: _key, ...members } = before;
      return apis.routes.update(actor, apiId, routeId, changeTo(members, input));
    }),
);

/** Its integration goes with it when no other route has it. @returns all of it, for the way back */
export const deleteRoute = action((actor, { apiId, routeId }: { apiId: string; routeId: string }) =>
  changeApi(apiId, async (apis) => {
    const kept = await keepRoute(apis, actor, apiId, routeId);
    await apis.routes.delete(actor, apiId, routeId);
    if (kept.integration) await apis.integrations.delete(actor, apiId, kept.integration.integrationId);
    return kept;
  }),
);

export const restoreRoute = action((actor, { apiId, kept }: { apiId: string; kept: KeptRoute }) =>
  changeApi(apiId, (apis) => remakeRoute(apis, actor, apiId, kept)),
);

/** Of a route without an integration a new one is made. */
export const saveIntegration = action(
  (actor, input: { apiId: string; routeId: string; integrationId?: string; integration: IntegrationInput }) =>
    changeApi(
      input.apiId,
      async (apis) => {
        const { apiId, routeId, integrationId, integration } = input;
        if (integrationId) {
          const { integrationId: _id, ...before } = await apis.integrations.get(actor, apiId, integrationId);
          return apis.integrations.update(
            actor,
            apiId,
            integrationId,
            changeTo(settable(before), integration),
          );
        }
        const made = await apis.integrations.create(actor, apiId, integration);
        await apis.routes.update(actor, apiId, routeId, { target: `integrations/${made.integrationId}` });
        return made;
      },
      (saved) => permitCalled(actor, input.apiId, saved),
    ),
);

/** Without what follows from the type. */
const settable = ({
  integrationResponseSelectionExpression: _fixed,
  ...before
}: { integrationResponseSelectionExpression?: string } & IntegrationInput) => before;

/** Two-way: what the integration answers is sent to the client. */
export const setTwoWay = action(
  (actor, { apiId, routeId, isTwoWay }: { apiId: string; routeId: string; isTwoWay: boolean }) =>
    changeApi(apiId, async (apis) => {
      const responses = await apis.routeResponses.list(actor, apiId, routeId);
      if (isTwoWay && responses.length === 0)
        await apis.routeResponses.create(actor, apiId, routeId, { routeResponseKey: '$default' });
      if (!isTwoWay) await dropResponses(apis, actor, apiId, routeId);
      return apis.routes.update(actor, apiId, routeId, {
        routeResponseSelectionExpression: isTwoWay ? '$default' : '',
      });
    }),
);

async function dropResponses(apis: Control['apis'], actor: Actor, apiId: string, routeId: string) {
  for (const { routeResponseId } of await apis.routeResponses.list(actor, apiId, routeId))
    await apis.routeResponses.delete(actor, apiId, routeId, routeResponseId);
}

type ResponseOf = { apiId: string; integrationId: string };

export const saveIntegrationResponse = action(
  (actor, input: ResponseOf & { integrationResponseId?: string; response: IntegrationResponseInput }) =>
    changeApi(input.apiId, async ({ integrationResponses }) => {
      const { apiId, integrationId, integrationResponseId: id, response } = input;
      if (!id) return integrationResponses.create(actor, apiId, integrationId, response);
      const { integrationResponseId: _id, ...before } = await integrationResponses.get(
        actor,
        apiId,
        integrationId,
        id,
      );
      return integrationResponses.update(actor, apiId, integrationId, id, changeTo(before, response));
    }),
);

/** @returns what it was, for the way back */
export const deleteIntegrationResponse = action(
  (actor, { apiId, integrationId, id }: ResponseOf & { id: string }) =>
    changeApi(apiId, async ({ integrationResponses }) => {
      const { integrationResponseId: _id, ...response } = await integrationResponses.get(
        actor,
        apiId,
        integrationId,
        id,
      );
      await integrationResponses.delete(actor, apiId, integrationId, id);
      return response;
    }),
);
