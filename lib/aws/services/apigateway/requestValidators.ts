import { z } from 'zod';
import type { RequestValidator } from '@/lib/model/restApi';
import { found } from './found';
import { inputOf } from './inputOf';
import { paged } from './paged';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { flag, text } from './patchRules';
import type { Runs } from './Runs';

const address = z.object({ restapi_id: z.string(), requestvalidator_id: z.string() });
const inApi = address.pick({ restapi_id: true });
const members = inApi.extend({
  name: z.string().default(''),
  validateRequestBody: z.boolean().default(false),
  validateRequestParameters: z.boolean().default(false),
});

const table: PatchTable<RequestValidator> = {
  style: 'lists paths',
  rules: [
    text('/name', 'name'),
    flag('/validateRequestBody', 'validateRequestBody'),
    flag('/validateRequestParameters', 'validateRequestParameters'),
  ],
};

export const requestValidators: Runs = {
  CreateRequestValidator: async (call) => {
    const { restapi_id: api, ...input } = await inputOf(call, members);
    return call.door.control.requestValidators.create(call.actor, api, input);
  },
  GetRequestValidators: async (call) => {
    const { restapi_id: api } = await inputOf(call, inApi);
    const all = await call.door.control.requestValidators.list(call.actor, api);
    return paged(
      call,
      all,
      ({ id }) => id,
      (validator) => validator,
    );
  },
  GetRequestValidator: async (call) => {
    const { restapi_id: api, requestvalidator_id: id } = await inputOf(call, address);
    return validatorOf(await call.door.control.requestValidators.list(call.actor, api), id);
  },
  UpdateRequestValidator: async (call) => {
    const { restapi_id: api, requestvalidator_id: id } = await inputOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async ({ requestValidators: group }) => {
      const before = validatorOf(await group.list(call.actor, api), id);
      const { id: _id, ...next } = applyPatch({ ...before }, operations, table);
      return group.update(call.actor, api, id, next);
    });
  },
  DeleteRequestValidator: async (call) => {
    const { restapi_id: api, requestvalidator_id: id } = await inputOf(call, address);
    await call.door.control.requestValidators.delete(call.actor, api, id);
  },
};

function validatorOf(all: RequestValidator[], id: string): RequestValidator {
  return found(
    all.find((validator) => validator.id === id),
    'Invalid Request Validator identifier specified',
  );
}
