import { diffDefinitions } from '@/lib/model/diffDefinitions';
import type { ReadCall } from '../ControlContext';
import { read } from '../operation';
import { definitionOf } from '../restApis/definitionOf';
import { findRestApi } from '../restApis/lockRestApi';
import { frozenDefinition } from './frozenDefinition';

/** What `to` has that `from` has not. Both are deployment ids, or `current` for the undeployed definition. */
export const compareDeployments = read(
  { name: 'GetDeployment', permission: 'viewer' },
  async (call, restApiId: string, from: string, to: string) => {
    await findRestApi(call, restApiId);
    return diffDefinitions(await side(call, restApiId, from), await side(call, restApiId, to));
  },
);

function side(call: ReadCall, restApiId: string, which: string) {
  return which === 'current' ? definitionOf(call, restApiId) : frozenDefinition(call.db, restApiId, which);
}
