import type { Db } from '@/db/client';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { StageRow } from '../stages/findStage';
import { readVersionParts } from './versionRow';

/**
 * What a stage serves with what it says of it: the parts of its documentation version. Those that are being written
 * show nowhere before they are published; a stage without a version shows what its methods say of themselves.
 */
export async function withPublishedParts(
  db: Db,
  { restApiId, documentationVersion }: Pick<StageRow, 'restApiId' | 'documentationVersion'>,
  definition: RestApiDefinition,
): Promise<RestApiDefinition> {
  const { documentationParts: _frozen, ...served } = definition;
  if (documentationVersion === null) return served;
  return { ...served, documentationParts: await readVersionParts(db, restApiId, documentationVersion) };
}
