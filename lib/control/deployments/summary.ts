import type { ApiSummary } from '@/lib/model/deployment';
import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { frozenDefinition } from './frozenDefinition';

/** AWS's apiSummary: who may call what a deployment serves, by path and verb. Paths without a method are left out. */
export const summarizeDeployment = read(
  { name: 'GetDeployment', permission: 'viewer' },
  async (call, restApiId: string, deploymentId: string): Promise<ApiSummary> => {
    await findRestApi(call, restApiId);
    const { resources } = await frozenDefinition(call.db, restApiId, deploymentId);
    const called = resources.filter(({ resourceMethods }) => Object.keys(resourceMethods).length > 0);
    return Object.fromEntries(
      called.map(({ path, resourceMethods }) => [
        path,
        Object.fromEntries(
          Object.entries(resourceMethods).map(([verb, { authorizationType, apiKeyRequired }]) => [
            verb,
            { authorizationType, apiKeyRequired },
          ]),
        ),
      ]),
    );
  },
);
