import { type RestApiInput, restApiInput } from '@/lib/model/restApi';
import { write } from '../operation';
import { parse } from '../parse';
import { definitionOf } from './definitionOf';
import { insertRestApi } from './insertRestApi';

/** A new API with another's undeployed definition; description, stages, keys and plans stay behind. */
export const cloneRestApi = write(
  { name: 'CreateRestApi', permission: 'editor' },
  async (call, restApiId: string, input: RestApiInput) => {
    const { name, description, version, ...given } = parse(restApiInput, input);
    const source = await definitionOf(call, restApiId);
    const settings = Object.entries(given).filter(([, value]) => value !== undefined);
    const members = { name, description, version, ...Object.fromEntries(settings) };
    const api = await insertRestApi(call, { ...source, ...members });
    call.audit(api.id, { name: api.name, cloneFrom: restApiId });
    return api;
  },
);
