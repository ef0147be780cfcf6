'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { permitDefinition, permitSaved } from '@/app/console/_components/permissions/permitSaved';
import type { Actor } from '@/lib/model/role';
import type { ApiInput } from '@/lib/model/v2/api';
import { control } from '@/lib/runtime/slot';

/** Where the API is served at once. */
const stageName = 'dev';

/** An API of which one function answers every path and verb, deployed; when a part is refused, nothing stays. */
export const createFunctionApi = action(
  async (actor, { name, functionUri }: { name: string; functionUri: string }) => {
    const { restApis, resources, deployments } = control();
    const api = await restApis.create(actor, { name });
    try {
      const greedy = { parentId: api.rootResourceId, pathPart: '{proxy+}' };
      const below = await resources.create(actor, api.id, greedy);
      await answerBy(functionUri, actor, api.id, api.rootResourceId, {});
      await answerBy(functionUri, actor, api.id, below.id, { 'method.request.path.proxy': true });
      await permitSaved(actor, api.id, { uri: functionUri });
      await deployments.create(actor, api.id, { stageName });
    } catch (error) {
      await restApis.delete(actor, api.id);
      throw error;
    }
    revalidatePath('/console', 'layout');
    return { restApiId: api.id };
  },
);

/** An HTTP or a WebSocket API. */
export const createApi = action(async (actor, input: ApiInput) => {
  const api = await control().apis.create(actor, input);
  await permitSaved(actor, api.apiId, { uri: input.target, role: input.credentialsArn });
  revalidatePath('/console', 'layout');
  return api;
});

/** An OpenAPI 3 document as an HTTP API; with `apiId` into that one. */
export const importApi = action(
  async (
    actor,
    input: {
      body: string;
      apiId?: string;
      basepath?: 'ignore' | 'prepend' | 'split';
      failOnWarnings?: boolean;
      /** lets the API invoke the functions of this installation that the document names */
      permit?: boolean;
    },
  ) => {
    const { permit, ...document } = input;
    const api = await control().apis.import(actor, document);
    if (permit) await permitDefinition(actor, api.apiId);
    revalidatePath('/console', 'layout');
    return api;
  },
);

async function answerBy(
  uri: string,
  actor: Actor,
  restApiId: string,
  resourceId: string,
  requestParameters: Record<string, boolean>,
): Promise<void> {
  const { methods } = control();
  await methods.put(actor, restApiId, resourceId, 'ANY', { authorizationType: 'NONE', requestParameters });
  const integration = { type: 'AWS_PROXY', httpMethod: 'POST', uri };
  await methods.putIntegration(actor, restApiId, resourceId, 'ANY', integration);
}
