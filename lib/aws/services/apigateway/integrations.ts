import { z } from 'zod';
import type { Control } from '@/lib/control/control';
import { isControlError } from '@/lib/model/ControlError';
import type { Integration, IntegrationResponse } from '@/lib/model/integration';
import type { OperationCall } from '../../Service';
import { found, notFound } from './found';
import { inputOf } from './inputOf';
import { emptyOnes, integrationResponseShape, integrationShape } from './methodShape';
import {
  type MethodAddress,
  methodAddress,
  methodAt,
  NO_RESPONSE,
  placeOf,
  responseAddress,
} from './methods';
import { applyPatch, type PatchOperation, type PatchTable, readPatch } from './patch';
import { entries, number, text, values } from './patchRules';
import type { Runs } from './Runs';

const texts = z.record(z.string(), z.string()).nullish();
const request = methodAddress.extend({
  type: z.enum(['HTTP', 'MOCK', 'AWS_PROXY', 'HTTP_PROXY', 'AWS']),
  httpMethod: z.string().nullish(),
  uri: z.string().nullish(),
  connectionType: z.string().nullish(),
  connectionId: z.string().nullish(),
  credentials: z.string().nullish(),
  requestParameters: texts,
  requestTemplates: z.record(z.string(), z.string().nullable()).nullish(),
  passthroughBehavior: z.string().nullish(),
  contentHandling: z.string().nullish(),
  timeoutInMillis: z.number().nullish(),
  cacheNamespace: z.string().nullish(),
  cacheKeyParameters: z.array(z.string()).nullish(),
  tlsConfig: z.object({ insecureSkipVerification: z.boolean() }).nullish(),
  responseTransferMode: z.string().nullish(),
});
const responseMembers = responseAddress.extend({
  selectionPattern: z.string().nullish(),
  responseParameters: texts,
  responseTemplates: z.record(z.string(), z.string().nullable()).nullish(),
  contentHandling: z.string().nullish(),
});

type Draft = {
  httpMethod: string;
  uri: string;
  connectionType: string;
  connectionId: string;
  credentials: string;
  contentHandling: string;
  passthroughBehavior: string;
  cacheNamespace: string;
  responseTransferMode: string;
  timeoutInMillis: number;
  requestParameters: Record<string, string>;
  requestTemplates: Record<string, string>;
  cacheKeyParameters: string[];
  tlsConfig?: { insecureSkipVerification: boolean };
};
const table: PatchTable<Draft> = {
  style: 'lists paths',
  rules: [
    text('/httpMethod', 'httpMethod'),
    text('/uri', 'uri'),
    text('/connectionType', 'connectionType'),
    text('/connectionId', 'connectionId'),
    text('/credentials', 'credentials', ['replace', 'remove']),
    text('/contentHandling', 'contentHandling', ['replace', 'remove']),
    text('/passthroughBehavior', 'passthroughBehavior'),
    text('/cacheNamespace', 'cacheNamespace'),
    text('/responseTransferMode', 'responseTransferMode'),
    number('/timeoutInMillis', 'timeoutInMillis'),
    values('/cacheKeyParameters', (draft) => draft.cacheKeyParameters),
    cacheKeyParameter(),
    entries('/requestParameters', (draft) => draft.requestParameters),
    entries('/requestTemplates', (draft) => draft.requestTemplates),
    {
      path: '/tlsConfig/insecureSkipVerification',
      ops: ['replace'],
      apply: (draft, { value }) => {
        draft.tlsConfig = { insecureSkipVerification: value.toLowerCase() === 'true' };
      },
    },
  ],
};

/** The name may stand in the path too, as AWS's console sends it. */
function cacheKeyParameter(): PatchTable<Draft>['rules'][number] {
  return {
    path: '/cacheKeyParameters/{name}',
    ops: ['add', 'replace', 'remove'],
    apply: (draft, { names: [name = ''], op }) => {
      const others = draft.cacheKeyParameters.filter((each) => each !== name);
      draft.cacheKeyParameters = op === 'remove' ? others : [...others, name];
    },
  };
}

type ResponseDraft = {
  contentHandling: string;
  selectionPattern: string;
  responseParameters: Record<string, string>;
  responseTemplates: Record<string, string>;
};
const responseTable: PatchTable<ResponseDraft> = {
  style: 'lists paths',
  rules: [
    text('/contentHandling', 'contentHandling', ['replace', 'remove']),
    text('/selectionPattern', 'selectionPattern', ['replace', 'remove']),
    entries('/responseParameters', (draft) => draft.responseParameters),
    entries('/responseTemplates', (draft) => draft.responseTemplates),
  ],
};

export const integrations: Runs = {
  PutIntegration: async (call) => {
    const { restapi_id, resource_id, http_method, ...members } = await inputOf(call, request);
    const at = { restapi_id, resource_id, http_method };
    const next = { ...given(members), integrationResponses: {} };
    const saved = await call.door.control.methods.putIntegration(call.actor, ...placeOf(at), next);
    return integrationShape(saved, resource_id);
  },
  GetIntegration: async (call) => {
    const at = await inputOf(call, methodAddress);
    return integrationShape(await integrationAt(call, call.door.control, at), at.resource_id);
  },
  UpdateIntegration: async (call) => {
    const at = await inputOf(call, methodAddress);
    const operations = await readPatch(call);
    return call.door.control.together(async (control) => {
      const before = await integrationAt(call, control, at);
      const { integrationResponses: _responses, ...members } = structuredClone(before);
      const draft = { cacheKeyParameters: [], ...members } as unknown as Draft;
      const next = timeoutAsStreamed(before, given(applyPatch(draft, operations, table)), operations);
      const saved = await control.methods.putIntegration(call.actor, ...placeOf(at), next);
      return integrationShape(saved, at.resource_id);
    });
  },
  DeleteIntegration: async (call) => {
    const at = await inputOf(call, methodAddress);
    await call.door.control.methods.deleteIntegration(call.actor, ...placeOf(at));
  },
  PutIntegrationResponse: async (call) => {
    const input = await inputOf(call, responseMembers);
    const { restapi_id: _api, resource_id: _id, http_method: _verb, status_code: _code, ...members } = input;
    const { responseParameters, responseTemplates } = members;
    const sentEmpty = emptyOnes({ responseParameters, responseTemplates });
    return changeResponse(call, input, () => ({ ...given(members), sentEmpty }));
  },
  GetIntegrationResponse: async (call) => {
    const at = await inputOf(call, responseAddress);
    const { integrationResponses } = await integrationAt(call, call.door.control, at);
    return integrationResponseShape(found(integrationResponses[at.status_code], NO_RESPONSE));
  },
  UpdateIntegrationResponse: async (call) => {
    const at = await inputOf(call, responseAddress);
    const operations = await readPatch(call);
    return changeResponse(call, at, (before) => {
      const draft = structuredClone(found(before, NO_RESPONSE)) as unknown as ResponseDraft;
      return given(applyPatch(draft, operations, responseTable));
    });
  },
  DeleteIntegrationResponse: async (call) => {
    const at = await inputOf(call, responseAddress);
    await call.door.control.together(async (control) => {
      const { integrationResponses } = await integrationAt(call, control, at).catch(noIntegration);
      found(integrationResponses[at.status_code], NO_RESPONSE);
      const { [at.status_code]: _gone, ...rest } = integrationResponses;
      await control.methods.putIntegrationResponses(call.actor, ...placeOf(at), rest);
    });
  },
};

const NO_INTEGRATION = 'Invalid Integration identifier specified';

/** Recorded: here AWS looks for the integration alone, and not for its method. */
function noIntegration(error: unknown): never {
  if (isControlError(error) && error.message === 'Invalid Method identifier specified')
    throw notFound(NO_INTEGRATION);
  throw error;
}

async function integrationAt(call: OperationCall, control: Control, at: MethodAddress): Promise<Integration> {
  const { methodIntegration } = await methodAt(call, control, at);
  return found(methodIntegration, NO_INTEGRATION);
}

/**
 * What becomes a stream has AWS's own timeout again, unless the same patch says another
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/response-streaming-http.html).
 */
function timeoutAsStreamed(
  { responseTransferMode: before }: Integration,
  next: Record<string, unknown>,
  operations: readonly PatchOperation[],
): Record<string, unknown> {
  const becomesStream = before !== 'STREAM' && next.responseTransferMode === 'STREAM';
  if (!becomesStream || operations.some(({ path }) => path === '/timeoutInMillis')) return next;
  const { timeoutInMillis: _discarded, ...others } = next;
  return others;
}

async function changeResponse(
  call: OperationCall,
  at: z.output<typeof responseAddress>,
  change: (before: IntegrationResponse | undefined) => Record<string, unknown>,
) {
  const { status_code: statusCode } = at;
  return call.door.control.together(async (control) => {
    const { integrationResponses } = await integrationAt(call, control, at);
    const next = { ...change(integrationResponses[statusCode]), statusCode };
    const all = { ...integrationResponses, [statusCode]: next };
    const saved = await control.methods.putIntegrationResponses(call.actor, ...placeOf(at), all);
    const response = saved.methodIntegration?.integrationResponses[statusCode];
    return integrationResponseShape(found(response, NO_RESPONSE));
  });
}

/** What was sent; a member or template that is null is not there, or is empty. */
function given(members: Record<string, unknown>): Record<string, unknown> {
  const set = Object.entries(members).filter(([name, value]) => isSet(name, value));
  return Object.fromEntries(
    set.map(([name, value]) => [name, name.endsWith('Templates') ? emptied(value) : value]),
  );
}

/** An empty pattern is kept, as recorded; every other empty text clears its member. */
function isSet(name: string, value: unknown): boolean {
  return value !== null && value !== undefined && (value !== '' || name === 'selectionPattern');
}

function emptied(templates: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(templates as Record<string, string | null>).map(([type, text]) => [type, text ?? '']),
  );
}
