import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { findDeployment } from './findDeployment';

export const getDeployment = read(
  { name: 'GetDeployment', permission: 'viewer' },
  async (call, restApiId: string, deploymentId: string) => {
    await findRestApi(call, restApiId);
    return findDeployment(call.db, restApiId, deploymentId);
  },
);
