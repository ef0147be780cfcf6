import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { readDeployments } from './findDeployment';

export const listDeployments = read(
  { name: 'GetDeployments', permission: 'viewer' },
  async (call, restApiId: string) => {
    await findRestApi(call, restApiId);
    return readDeployments(call.db, restApiId);
  },
);
