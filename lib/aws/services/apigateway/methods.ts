import { z } from 'zod';
import type { Control } from '@/lib/control/control';
import type { Method } from '@/lib/model/method';
import type { OperationCall } from '../../Service';
import { found } from './found';
import { inputOf } from './inputOf';
import { emptyOnes, methodResponseShape, methodShape } from './methodShape';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { entries, flag, flags, text, values } from './patchRules';
import type { Runs } from './Runs';
import { NAMED } from './refusedInput';
import { testInvokeMethod } from './testInvokeMethod';

export const methodAddress = z.object({
  restapi_id: z.string(),
  resource_id: z.string(),
  http_method: z.string(),
});
export type MethodAddress = z.output<typeof methodAddress>;
export const responseAddress = methodAddress.extend({
  status_code: z.string().regex(/^[1-5]\d\d$/, NAMED),
});

const request = methodAddress.extend({
  // AWS's clients have written `none` for long, and it takes it.
  authorizationType: z.string().toUpperCase(),
  authorizerId: z.string().nullish(),
  apiKeyRequired: z.boolean().nullish(),
  operationName: z.string().nullish(),
  requestValidatorId: z.string().nullish(),
  requestParameters: z.record(z.string(), z.boolean()).nullish(),
  requestModels: z.record(z.string(), z.string()).nullish(),
  authorizationScopes: z.array(z.string()).nullish(),
});
const responseMembers = responseAddress.extend({
  responseParameters: z.record(z.string(), z.boolean()).nullish(),
  responseModels: z.record(z.string(), z.string()).nullish(),
});

type Draft = Required<Pick<Method, 'requestParameters' | 'requestModels' | 'authorizationScopes'>> & {
  authorizationType: string;
  authorizerId: string;
  apiKeyRequired: boolean;
  operationName: string;
  requestValidatorId: string;
};
const table: PatchTable<Draft> = {
  style: 'names path',
  rules: [
    text('/authorizationType', 'authorizationType'),
    text('/authorizerId', 'authorizerId'),
    flag('/apiKeyRequired', 'apiKeyRequired'),
    text('/operationName', 'operationName'),
    text('/requestValidatorId', 'requestValidatorId'),
    values('/authorizationScopes', (draft) => draft.authorizationScopes),
    flags('/requestParameters', (draft) => draft.requestParameters),
    entries('/requestModels', (draft) => draft.requestModels),
  ],
};
type ResponseDraft = Pick<Response, 'responseParameters' | 'responseModels' | 'sentEmpty'>;
const responseTable: PatchTable<ResponseDraft> = {
  style: 'names path',
  rules: [
    flags('/responseParameters', (draft) => draft.responseParameters, 'Invalid parameter name specified'),
    entries('/responseModels', (draft) => draft.responseModels, {
      missing: 'Content-Type specified was not found',
    }),
  ],
};

export const methods: Runs = {
  PutMethod: async (call) => {
    const input = await inputOf(call, request);
    const { restapi_id: api, resource_id: resource, http_method: verb, ...members } = input;
    return shown(
      call,
      await call.door.control.methods.put(call.actor, api, resource, verb, given(members)),
      resource,
    );
  },
  GetMethod: async (call) => {
    const at = await inputOf(call, methodAddress);
    return methodShape(await methodAt(call, call.door.control, at), at.resource_id);
  },
  UpdateMethod: async (call) => {
    const at = await inputOf(call, methodAddress);
    const operations = await readPatch(call);
    return call.door.control.together(async (control) => {
      const next = applyPatch(draftOf(await methodAt(call, control, at)), operations, table);
      return methodShape(await control.methods.put(call.actor, ...placeOf(at), given(next)), at.resource_id);
    });
  },
  DeleteMethod: async (call) => {
    const at = await inputOf(call, methodAddress);
    await call.door.control.methods.delete(call.actor, ...placeOf(at));
  },
  PutMethodResponse: async (call) => {
    const input = await inputOf(call, responseMembers);
    const { responseParameters, responseModels } = input;
    return changeResponse(call, input, () => ({
      responseParameters: responseParameters ?? {},
      responseModels: responseModels ?? {},
      sentEmpty: emptyOnes({ responseParameters, responseModels }),
    }));
  },
  GetMethodResponse: async (call) => {
    const at = await inputOf(call, responseAddress);
    const { methodResponses } = await methodAt(call, call.door.control, at);
    return methodResponseShape(found(methodResponses[at.status_code], NO_RESPONSE));
  },
  UpdateMethodResponse: async (call) => {
    const at = await inputOf(call, responseAddress);
    const operations = await readPatch(call);
    return changeResponse(call, at, (before) =>
      applyPatch(structuredClone(found(before, NO_RESPONSE)), operations, responseTable),
    );
  },
  DeleteMethodResponse: async (call) => {
    const at = await inputOf(call, responseAddress);
    await call.door.control.together(async (control) => {
      const { methodResponses } = await methodAt(call, control, at);
      found(methodResponses[at.status_code], NO_RESPONSE);
      const { [at.status_code]: _gone, ...rest } = methodResponses;
      await control.methods.putMethodResponses(call.actor, ...placeOf(at), rest);
    });
  },
  TestInvokeMethod: testInvokeMethod,
};

export const NO_RESPONSE = 'Invalid Response status code specified';

/** @throws AwsError NotFoundException */
export function methodAt({ actor }: OperationCall, control: Control, at: MethodAddress): Promise<Method> {
  return control.methods.get(actor, ...placeOf(at));
}

export const placeOf = (at: MethodAddress) => [at.restapi_id, at.resource_id, at.http_method] as const;

type Response = Method['methodResponses'][string];

async function changeResponse(
  call: OperationCall,
  at: z.output<typeof responseAddress>,
  change: (before: Response | undefined) => ResponseDraft,
) {
  const { status_code: statusCode } = at;
  return call.door.control.together(async (control) => {
    const { methodResponses } = await methodAt(call, control, at);
    const before = methodResponses[statusCode];
    const next = { ...before, ...change(before), statusCode };
    const all = { ...methodResponses, [statusCode]: next };
    const saved = await control.methods.putMethodResponses(call.actor, ...placeOf(at), all);
    return methodResponseShape(found(saved.methodResponses[statusCode], NO_RESPONSE));
  });
}

/** PutMethod answers the request side alone. */
function shown(_call: OperationCall, method: Method, resourceId: string) {
  const { methodIntegration: _integration, ...rest } = method;
  return methodShape({ ...rest, methodResponses: {} }, resourceId);
}

/** What was sent and is not empty: AWS's clients send '' for what shall not be. */
function given(members: Record<string, unknown>) {
  const set = Object.entries(members).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return Object.fromEntries(set) as never;
}

function draftOf(method: Method): Draft {
  const { methodResponses: _responses, methodIntegration: _integration, ...rest } = method;
  const {
    httpMethod: _verb,
    summary: _s,
    description: _d,
    tags: _t,
    parameterDocumentation: _p,
    ...members
  } = rest;
  return structuredClone({
    authorizerId: '',
    operationName: '',
    requestValidatorId: '',
    authorizationScopes: [],
    ...members,
  });
}
