import type { RestApiDefinition } from '@/lib/model/restApi';
import type { ReadCall } from '../ControlContext';
import { findRestApi } from './lockRestApi';
import { readDefinition } from './readDefinition';

/** The undeployed definition. @throws ControlError NotFoundException */
export async function definitionOf(call: ReadCall, restApiId: string): Promise<RestApiDefinition> {
  const api = await findRestApi(call, restApiId);
  return readDefinition(call.db, api);
}
