import { type NewRestApi, newRestApi } from '@/lib/model/restApi';
import { write } from '../operation';
import { parse } from '../parse';
import { definitionOf } from './definitionOf';
import { shortenPolicy } from './expandPolicy';
import { insertRestApi } from './insertRestApi';

/** A new API with another's undeployed definition; description, stages, keys and plans stay behind. */
export const cloneRestApi = write(
  { name: 'CreateRestApi', permission: 'editor' },
  async (call, restApiId: string, input: NewRestApi) => {
    const { name, description, version, tags, ...given } = parse(newRestApi, input);
    const source = await definitionOf(call, restApiId);
    const settings = Object.entries(given).filter(([, value]) => value !== undefined);
    const members = { name, description, version, ...Object.fromEntries(settings) };
    // What the policy says of the one API it says of the other.
    const policy = source.policy && shortenPolicy(source.policy, restApiId, call.ports.config);
    const api = await insertRestApi(call, { ...source, ...members, policy }, tags);
    call.audit(api.id, { name: api.name, cloneFrom: restApiId });
    return api;
  },
);
