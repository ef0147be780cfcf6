import { z } from 'zod';
import { type Authorizer, type AuthorizerInput, authorizerTypes } from '@/lib/model/authorizer';
import { isControlError } from '@/lib/model/ControlError';
import { AwsError } from '../../AwsError';
import { found } from './found';
import { filledIn } from './given';
import { addressOf, inputOf } from './inputOf';
import { optional } from './methodShape';
import { paged } from './paged';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { number, text, values } from './patchRules';
import type { Runs } from './Runs';
import { testInvokeAuthorizer } from './testInvokeAuthorizer';

const inApi = z.object({ restapi_id: z.string() });
const authorizerAddress = inApi.extend({ authorizer_id: z.string() });
const members = inApi.extend({
  name: z.string().default(''),
  type: z.enum(authorizerTypes),
  providerARNs: z.array(z.string()).nullish(),
  authType: z.string().nullish(),
  authorizerUri: z.string().nullish(),
  authorizerCredentials: z.string().nullish(),
  identitySource: z.string().nullish(),
  identityValidationExpression: z.string().nullish(),
  authorizerResultTtlInSeconds: z.number().nullish(),
});

type Draft = ReturnType<typeof draftOf>;
const table: PatchTable<Draft> = {
  style: 'lists paths',
  rules: [
    text('/authorizerUri', 'authorizerUri'),
    text('/authorizerCredentials', 'authorizerCredentials'),
    number('/authorizerResultTtlInSeconds', 'authorizerResultTtlInSeconds'),
    text('/authType', 'authType'),
    {
      path: '/identitySource',
      ops: ['add', 'replace', 'remove'],
      apply: (draft, { op, value }) => {
        draft.identitySource = op === 'remove' ? '' : value;
      },
    },
    text('/identityValidationExpression', 'identityValidationExpression'),
    text('/name', 'name'),
    values('/providerARNs', ({ providerARNs }) => providerARNs),
    text('/type', 'type'),
  ],
};

export const authorizers: Runs = {
  CreateAuthorizer: async (call) => {
    const { restapi_id: api, ...input } = await inputOf(call, members);
    const sent = { ...filledIn(input), name: input.name, type: input.type };
    return shapeOf(await call.door.control.authorizers.create(call.actor, api, sent).catch(asOvertaken));
  },
  GetAuthorizers: async (call) => {
    const { restapi_id: api } = addressOf(call, inApi);
    return paged(call, await call.door.control.authorizers.list(call.actor, api), ({ id }) => id, shapeOf);
  },
  GetAuthorizer: async (call) => {
    const { restapi_id: api, authorizer_id: id } = addressOf(call, authorizerAddress);
    return shapeOf(authorizerOf(await call.door.control.authorizers.list(call.actor, api), id));
  },
  UpdateAuthorizer: async (call) => {
    const { restapi_id: api, authorizer_id: id } = addressOf(call, authorizerAddress);
    const operations = await readPatch(call);
    return call.door.control.together(async ({ authorizers: group }) => {
      const before = authorizerOf(await group.list(call.actor, api), id);
      const next = applyPatch(draftOf(before), operations, table);
      // The control plane judges the type, as it judges every member.
      const input = { ...filledIn(next), name: next.name, type: next.type } as AuthorizerInput;
      return shapeOf(await group.update(call.actor, api, id, input));
    });
  },
  DeleteAuthorizer: async (call) => {
    const { restapi_id: api, authorizer_id: id } = addressOf(call, authorizerAddress);
    await call.door.control.authorizers.delete(call.actor, api, id);
  },
  TestInvokeAuthorizer: testInvokeAuthorizer,
};

function authorizerOf(all: Authorizer[], id: string): Authorizer {
  return found(
    all.find((authorizer) => authorizer.id === id),
    'Invalid Authorizer identifier specified',
  );
}

function draftOf({ id: _id, ...settings }: Authorizer) {
  return {
    ...structuredClone(settings),
    type: settings.type as string,
    authType: settings.authType ?? '',
    authorizerUri: settings.authorizerUri ?? '',
    authorizerCredentials: settings.authorizerCredentials ?? '',
    identitySource: settings.identitySource ?? '',
    identityValidationExpression: settings.identityValidationExpression ?? '',
  };
}

/** The authType is filled in by the type; results of user pools are kept by nobody, and tell no time to live. */
function shapeOf({ id, name, type, providerARNs, ...settings }: Authorizer) {
  const isCognito = type === 'COGNITO_USER_POOLS';
  return {
    id,
    name,
    type,
    ...(isCognito && { providerARNs }),
    authType: settings.authType ?? (isCognito ? 'cognito_user_pools' : 'custom'),
    ...optional({
      authorizerUri: settings.authorizerUri,
      authorizerCredentials: settings.authorizerCredentials,
      identitySource: settings.identitySource,
      identityValidationExpression: settings.identityValidationExpression,
    }),
    ...(!isCognito && { authorizerResultTtlInSeconds: settings.authorizerResultTtlInSeconds }),
  };
}

/** For an API that is not there the service says this, as recorded. */
function asOvertaken(error: unknown): never {
  if (!isControlError(error) || error.code !== 'NotFoundException') throw error;
  const message = 'Unable to complete operation due to concurrent modification. Please try again later.';
  throw new AwsError('ConflictException', message, 409);
}
