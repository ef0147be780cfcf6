import type { RestApiDefinition } from '@/lib/model/restApi';
import type { ReadCall } from '../ControlContext';
import { readParts } from '../documentation/partRow';
import { findRestApi } from './lockRestApi';
import { readDefinition } from './readDefinition';

/** The undeployed definition. @throws ControlError NotFoundException */
export async function definitionOf(call: ReadCall, restApiId: string): Promise<RestApiDefinition> {
  const api = await findRestApi(call, restApiId);
  const definition = await readDefinition(call.db, api);
  // Not in what a deployment freezes: a stage's documentation is published by versions.
  const documentationParts = await readParts(call.db, restApiId);
  return { ...definition, ...(documentationParts.length > 0 && { documentationParts }) };
}
