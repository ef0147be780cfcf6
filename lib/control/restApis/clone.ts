import { type RestApiInput, restApiInput } from '@/lib/model/restApi';
import { write } from '../operation';
import { parse } from '../parse';
import { definitionOf } from './definitionOf';
import { insertRestApi } from './insertRestApi';

/** A new API with another's undeployed definition; stages, keys and plans stay behind. */
export const cloneRestApi = write(
  { name: 'CreateRestApi', permission: 'editor' },
  async (call, restApiId: string, input: RestApiInput) => {
    const members = parse(restApiInput, input);
    const { resources, models, requestValidators } = await definitionOf(call, restApiId);
    const api = await insertRestApi(call, { ...members, resources, models, requestValidators });
    call.audit(api.id, { name: api.name, cloneFrom: restApiId });
    return api;
  },
);
