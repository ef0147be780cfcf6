import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { deployments, restApis } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { ReadCall } from '../ControlContext';
import { withPublishedParts } from '../documentation/withPublishedParts';
import { readerUrl } from '../portal/readerUrl';
import { restDocument } from '../portal/restDocument';
import { findStageOrNull, toStage } from '../stages/findStage';

/** What a stage of a REST API serves now, with what its documentation version says of it. */
export interface ServedStage {
  definition: RestApiDefinition;
  invokeUrl: string;
  /** OpenAPI 3.0 of all of it, for readers; written once */
  document(): Record<string, unknown>;
}

/** What stands in the way of an endpoint, at the field of the page that names it. */
export type Missing = FieldError;

export type ServedStages = (restApiId: string, stageName: string) => Promise<ServedStage | Missing>;

export const isMissing = (found: object): found is Missing => 'field' in found;

/** Reads each stage once, however many pages are about it. */
export function servedStages({ db, ports }: Pick<ReadCall, 'db' | 'ports'>): ServedStages {
  const kept = new Map<string, Promise<ServedStage | Missing>>();
  return (restApiId, stageName) => {
    const key = JSON.stringify([restApiId, stageName]);
    const found = kept.get(key) ?? readStage(db, ports.config, restApiId, stageName);
    kept.set(key, found);
    return found;
  };
}

async function readStage(
  db: Db,
  config: ReadCall['ports']['config'],
  restApiId: string,
  stageName: string,
): Promise<ServedStage | Missing> {
  const stage = await findStageOrNull(db, restApiId, stageName);
  if (!stage) return missingStage(db, restApiId, stageName);
  const [row] = await db
    .select({ definition: deployments.definition })
    .from(deployments)
    .where(eq(deployments.id, stage.deploymentId));
  if (!row) return missingStage(db, restApiId, stageName);
  const definition = await withPublishedParts(db, stage, row.definition);
  const invokeUrl = await readerUrl(db, {
    apiId: restApiId,
    stageName,
    invokeUrl: toStage(stage, config).invokeUrl,
    disableExecuteApiEndpoint: definition.disableExecuteApiEndpoint,
  });
  let written: Record<string, unknown> | undefined;
  const document = () => {
    written ??= restDocument(definition, restApiId, invokeUrl);
    return written;
  };
  return { definition, invokeUrl, document };
}

/** Portals document REST APIs alone, as AWS's do. */
async function missingStage(db: Db, restApiId: string, stageName: string): Promise<Missing> {
  const [api] = await db.select({ id: restApis.id }).from(restApis).where(eq(restApis.id, restApiId));
  if (!api) return { field: 'restApiId', message: `There is no REST API ${shown(restApiId)}` };
  return { field: 'stageName', message: `The REST API has no stage ${shown(stageName)}` };
}

export const shown = (text: string) => text.slice(0, 100);
