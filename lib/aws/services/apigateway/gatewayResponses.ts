import { z } from 'zod';
import type { GatewayResponseState } from '@/lib/model/gatewayResponse';
import { AwsError } from '../../AwsError';
import { found } from './found';
import { addressOf, inputOf } from './inputOf';
import { optional } from './methodShape';
import { paged } from './paged';
import { applyPatch, type PatchRule, type PatchTable, readPatch } from './patch';
import { entries, text } from './patchRules';
import type { Runs } from './Runs';

const inApi = z.object({ restapi_id: z.string() });
/** In the order in which the service names them. */
const types = [
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'MISSING_AUTHENTICATION_TOKEN',
  'BAD_REQUEST_BODY',
  'INVALID_SIGNATURE',
  'INVALID_API_KEY',
  'BAD_REQUEST_PARAMETERS',
  'AUTHORIZER_FAILURE',
  'UNAUTHORIZED',
  'INTEGRATION_TIMEOUT',
  'ACCESS_DENIED',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'WAF_FILTERED',
  'QUOTA_EXCEEDED',
  'THROTTLED',
  'API_CONFIGURATION_ERROR',
  'UNSUPPORTED_MEDIA_TYPE',
  'INTEGRATION_FAILURE',
  'EXPIRED_TOKEN',
] as const satisfies readonly GatewayResponseState['responseType'][];
const address = inApi.extend({ response_type: z.enum(types) });
const texts = z.record(z.string(), z.string().nullable()).nullish();
const members = address.extend({
  statusCode: z.string().nullish(),
  responseParameters: texts,
  responseTemplates: texts,
});

interface Draft {
  statusCode: string;
  responseParameters: Record<string, string>;
  responseTemplates: Record<string, string>;
}
const table: PatchTable<Draft> = {
  style: refusePath,
  rules: [
    text('/statusCode', 'statusCode'),
    map('responseParameters', 'Invalid parameter name specified'),
    map('responseTemplates', 'Content-Type specified was not found'),
  ],
};

export const gatewayResponses: Runs = {
  GetGatewayResponses: async (call) => {
    const { restapi_id: api } = addressOf(call, inApi);
    const all = await call.door.control.gatewayResponses.list(call.actor, api);
    return paged(call, all, ({ responseType }) => responseType, shapeOf);
  },
  GetGatewayResponse: async (call) => {
    const { restapi_id: api, response_type: type } = addressOf(call, address);
    return shapeOf(stateOf(await call.door.control.gatewayResponses.list(call.actor, api), type));
  },
  PutGatewayResponse: async (call) => {
    const { restapi_id: api, response_type: type, statusCode, ...maps } = await inputOf(call, members);
    const input = {
      ...(statusCode && { statusCode }),
      responseParameters: filled('responseParameters', maps.responseParameters ?? {}),
      responseTemplates: filled('responseTemplates', maps.responseTemplates ?? {}),
    };
    return shapeOf(await call.door.control.gatewayResponses.put(call.actor, api, type, input));
  },
  UpdateGatewayResponse: async (call) => {
    const { restapi_id: api, response_type: type } = addressOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async ({ gatewayResponses: group }) => {
      const before = { statusCode: '', ...structuredClone(await group.own(call.actor, api, type)) };
      const { statusCode, ...maps } = applyPatch<Draft>(before, operations, table);
      const input = { ...maps, ...(statusCode && { statusCode }) };
      return shapeOf(await group.put(call.actor, api, type, input));
    });
  },
  DeleteGatewayResponse: async (call) => {
    const { restapi_id: api, response_type: type } = addressOf(call, address);
    await call.door.control.gatewayResponses.delete(call.actor, api, type);
  },
};

function stateOf(all: GatewayResponseState[], type: string): GatewayResponseState {
  return found(
    all.find(({ responseType }) => responseType === type),
    'Gateway response type not defined on api',
  );
}

function shapeOf({ inheritedFrom: _from, statusCode, ...state }: GatewayResponseState) {
  return { ...optional({ statusCode }), ...state };
}

function map(name: 'responseParameters' | 'responseTemplates', missing: string): PatchRule<Draft> {
  const rule = entries<Draft>(`/${name}`, (draft) => draft[name], { missing });
  return {
    ...rule,
    apply: (draft, call) => {
      if (call.op !== 'remove') filled(name, { value: call.value });
      rule.apply(draft, call);
    },
  };
}

/** @throws AwsError BadRequestException */
function filled(name: string, texts: Record<string, string | null>): Record<string, string> {
  if (Object.values(texts).some((text) => !text))
    throw new AwsError('BadRequestException', `Invalid null or empty value in ${name}`);
  return texts as Record<string, string>;
}

/** AWS says null for a path that was not sent. */
function refusePath({ path }: { path: string }): AwsError {
  return new AwsError('BadRequestException', `Invalid patch path ${path || 'null'}`);
}
