'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { permitSaved } from '@/app/console/_components/permissions/permitSaved';
import type { TestInvokeInput } from '@/lib/control/control';
import { ControlError, isControlError } from '@/lib/model/ControlError';
import type { Method, MethodInput, MethodResponse } from '@/lib/model/method';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { sameChecks, validatorOnSave } from './_components/validatorsOnSave';

type ResourceKey = { restApiId: string; resourceId: string };
type MethodKey = ResourceKey & { httpMethod: string };
type Address = [actor: Actor, restApiId: string, resourceId: string, httpMethod: string];

const refresh = (restApiId: string) => revalidatePath(`/console/apis/${restApiId}`, 'layout');
const address = (actor: Actor, key: MethodKey): Address => [
  actor,
  key.restApiId,
  key.resourceId,
  key.httpMethod,
];

export const createResource = action(
  async (actor, input: { restApiId: string; parentId: string; pathPart: string }) => {
    const { restApiId, ...place } = input;
    const resource = await control().resources.create(actor, restApiId, place);
    refresh(restApiId);
    return { resourceId: resource.id };
  },
);

export const renameResource = action(async (actor, input: ResourceKey & { pathPart: string }) => {
  const { restApiId, resourceId, pathPart } = input;
  const resource = await control().resources.update(actor, restApiId, resourceId, { pathPart });
  refresh(restApiId);
  return { path: resource.path };
});

export const deleteResource = action(async (actor, { restApiId, resourceId }: ResourceKey) => {
  await control().resources.delete(actor, restApiId, resourceId);
  refresh(restApiId);
  return { resourceId };
});

export const enableCors = action(
  async (
    actor,
    input: ResourceKey & { allowOrigin: string; allowHeaders: string; allowMethods: string[] },
  ) => {
    const { restApiId, resourceId, ...headers } = input;
    const resource = await control().resources.enableCors(actor, restApiId, resourceId, headers);
    refresh(restApiId);
    return { path: resource.path };
  },
);

export interface CreateMethodInput extends MethodKey {
  method: MethodInput;
  integration: unknown;
  /** declares a 200 and answers with it, as AWS's console does for integrations that are no proxy */
  withResponse: boolean;
}

/** Method request, integration and a first 200 together; when one is refused, none stays. */
export const createMethod = action(async (actor, input: CreateMethodInput) => {
  const key = address(actor, input);
  const { methods } = control();
  await refuseExisting(key);
  await methods.put(...key, input.method);
  try {
    const { uri, credentials } = await methods.putIntegration(...key, input.integration);
    if (input.withResponse) await putFirstResponse(key);
    await permitSaved(actor, input.restApiId, { uri, role: credentials });
  } catch (error) {
    await methods.delete(...key);
    throw error;
  }
  refresh(input.restApiId);
  return { httpMethod: input.httpMethod };
});

async function refuseExisting(key: Address) {
  const found = await control()
    .methods.get(...key)
    .catch((error: unknown) => {
      if (isControlError(error) && error.code === 'NotFoundException') return null;
      throw error;
    });
  // Put would replace it, and the clean-up after a refusal would delete it.
  if (found) throw new ControlError('ConflictException', 'Method already exists for this resource');
}

async function putFirstResponse(key: Address) {
  const statusCode = '200';
  const { methods } = control();
  await methods.putMethodResponses(...key, {
    [statusCode]: { statusCode, responseParameters: {}, responseModels: {} },
  });
  await methods.putIntegrationResponses(...key, { [statusCode]: { statusCode } });
}

export const deleteMethod = action(async (actor, input: MethodKey) => {
  await control().methods.delete(...address(actor, input));
  refresh(input.restApiId);
  return { httpMethod: input.httpMethod };
});

/** Undo of a deletion: the method with its responses and integration, as it was. */
export const restoreMethod = action(async (actor, input: ResourceKey & { method: Method }) => {
  const { methodIntegration, methodResponses, httpMethod, ...request } = input.method;
  const key = address(actor, { ...input, httpMethod });
  const { methods } = control();
  await refuseExisting(key);
  await methods.put(...key, request);
  await methods.putMethodResponses(...key, methodResponses);
  if (methodIntegration) await methods.putIntegration(...key, methodIntegration);
  refresh(input.restApiId);
  return { httpMethod };
});

export const saveMethodRequest = action(async (actor, input: MethodKey & { value: MethodInput }) => {
  const requestValidatorId = await validatorId(actor, input.restApiId, input.value.requestValidatorId);
  await control().methods.put(...address(actor, input), { ...input.value, requestValidatorId });
  refresh(input.restApiId);
  return { httpMethod: input.httpMethod };
});

/** What the form offers beside the API's validators becomes one that checks the same: found, or made now. */
async function validatorId(actor: Actor, restApiId: string, asked: string | undefined) {
  const offered = validatorOnSave(asked);
  if (!offered) return asked;
  const { requestValidators } = control();
  const found = sameChecks(await requestValidators.list(actor, restApiId), offered);
  if (found) return found.id;
  const { value: _value, ...input } = offered;
  return (await requestValidators.create(actor, restApiId, input)).id;
}

export const saveIntegrationRequest = action(async (actor, input: MethodKey & { value: unknown }) => {
  const saved = await control().methods.putIntegration(...address(actor, input), input.value);
  await permitSaved(actor, input.restApiId, { uri: saved.uri, role: saved.credentials });
  refresh(input.restApiId);
  return { httpMethod: input.httpMethod };
});

export const saveIntegrationResponses = action(async (actor, input: MethodKey & { value: unknown }) => {
  await control().methods.putIntegrationResponses(...address(actor, input), input.value);
  refresh(input.restApiId);
  return { httpMethod: input.httpMethod };
});

export const saveMethodResponses = action(
  async (actor, input: MethodKey & { value: Record<string, MethodResponse> }) => {
    await control().methods.putMethodResponses(...address(actor, input), input.value);
    refresh(input.restApiId);
    return { httpMethod: input.httpMethod };
  },
);

/** Runs the undeployed method in the production pipeline; nothing is stored. */
export const testMethod = action((actor, input: TestInvokeInput) =>
  control().methods.testInvoke(actor, input),
);
