import { diffDefinitions } from '@/lib/model/diffDefinitions';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { read } from '../operation';
import { definitionOf } from '../restApis/definitionOf';
import { newestDefinition, replacedDefinition } from './frozenDefinition';

/** What the API has and the stage, or its canary where it has one (without a stage: the newest deployment), has not. */
export const pendingChanges = read(
  { name: 'GetDeployments', permission: 'viewer' },
  async (call, restApiId: string, stageName?: string) => {
    const current = await definitionOf(call, restApiId);
    const deployed = stageName
      ? await replacedDefinition(call.db, restApiId, stageName)
      : await newestDefinition(call.db, restApiId);
    return diffDefinitions(deployed ?? nothing(current), current);
  },
);

/** The same API before anything was in it: an API that was never deployed has all of itself pending. */
function nothing({ name, description, version }: RestApiDefinition): RestApiDefinition {
  return { name, description, version, resources: [], models: [], requestValidators: [] };
}
