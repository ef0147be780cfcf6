import { z } from 'zod';
import type { Control } from '@/lib/control/control';
import type { RequestValidator } from '@/lib/model/restApi';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import { found, notFound, told } from './found';
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
    flag('/validateRequestParameters', 'validateRequestParameters'),
    flag('/validateRequestBody', 'validateRequestBody'),
  ],
};

const NO_VALIDATOR = 'Invalid Request Validator identifier specified';

export const requestValidators: Runs = {
  CreateRequestValidator: async (call) => {
    const { restapi_id: api, ...input } = await inputOf(call, members);
    const made = call.door.control.requestValidators.create(call.actor, api, input);
    return told(made, new AwsError('BadRequestException', 'Invalid REST API identifier specified'));
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
    return validatorOf(await validatorsOf(call, call.door.control, api), id);
  },
  UpdateRequestValidator: async (call) => {
    const { restapi_id: api, requestvalidator_id: id } = await inputOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async (control) => {
      const before = validatorOf(await validatorsOf(call, control, api), id);
      const { id: _id, ...next } = applyPatch({ ...before }, operations, table);
      return control.requestValidators.update(call.actor, api, id, next);
    });
  },
  DeleteRequestValidator: async (call) => {
    const { restapi_id: api, requestvalidator_id: id } = await inputOf(call, address);
    await told(call.door.control.requestValidators.delete(call.actor, api, id), notFound(NO_VALIDATOR));
  },
};

function validatorOf(all: RequestValidator[], id: string): RequestValidator {
  return found(
    all.find((validator) => validator.id === id),
    NO_VALIDATOR,
  );
}

const validatorsOf = ({ actor }: OperationCall, { requestValidators: group }: Control, api: string) =>
  told(group.list(actor, api), notFound(NO_VALIDATOR));
