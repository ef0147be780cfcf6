import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { readResources } from '../restApis/readDefinition';

export const listResources = read(
  { name: 'GetResources', permission: 'viewer' },
  async (call, restApiId: string) => {
    await findRestApi(call, restApiId);
    return readResources(call.db, restApiId);
  },
);
