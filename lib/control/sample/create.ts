import { write } from '../operation';
import { insertRestApi } from '../restApis/insertRestApi';
import { petStoreDefinition } from './petStoreDefinition';

/** AWS's example API. Like any other it answers calls once it is deployed. */
export const createSample = write({ name: 'CreateRestApi', permission: 'editor' }, async (call) => {
  const api = await insertRestApi(call, petStoreDefinition(call.ports.config.sampleBackendUrl));
  call.audit(api.id, { name: api.name, sample: true });
  return api;
});
