import type { DeployedMethod } from '@/lib/model/deployment';
import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { frozenDefinition } from './frozenDefinition';

/** What a deployment serves, in the order of its resources. */
export const deployedMethods = read(
  { name: 'GetDeployment', permission: 'viewer' },
  async (call, restApiId: string, deploymentId: string): Promise<DeployedMethod[]> => {
    await findRestApi(call, restApiId);
    const { resources } = await frozenDefinition(call.db, restApiId, deploymentId);
    return resources.flatMap(({ path, resourceMethods }) =>
      Object.entries(resourceMethods).map(([httpMethod, { methodIntegration }]) => ({
        path,
        httpMethod,
        cacheKeyParameters: methodIntegration?.cacheKeyParameters ?? [],
        streams: methodIntegration?.responseTransferMode === 'STREAM',
      })),
    );
  },
);
