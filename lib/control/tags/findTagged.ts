import { and, eq } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/client';
import {
  apiKeys,
  apiStages,
  apis,
  clientCertificates,
  domainNames,
  portalProducts,
  portals,
  restApis,
  stages,
  usagePlans,
  vpcLinks,
} from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ReadCall } from '../ControlContext';

const ARN = /^arn:aws[\w-]*:apigateway:[\w-]*:(\d*):\/(\w+)\/([^/]+)(?:\/stages\/([^/]+))?$/;
interface Kind {
  table: PgTable;
  id: PgColumn;
  /** of what has stages */
  stages?: typeof stages | typeof apiStages;
  stageOf?: PgColumn;
  /** its ARN carries the account: of portals and their products alone */
  hasAccount?: true;
}
/** By the first part of the ARN's path. */
export const kinds: Record<string, Kind> = {
  restapis: { table: restApis, id: restApis.id, stages, stageOf: stages.restApiId },
  apis: { table: apis, id: apis.apiId, stages: apiStages, stageOf: apiStages.apiId },
  apikeys: { table: apiKeys, id: apiKeys.id },
  usageplans: { table: usagePlans, id: usagePlans.id },
  clientcertificates: { table: clientCertificates, id: clientCertificates.clientCertificateId },
  domainnames: { table: domainNames, id: domainNames.domainName },
  vpclinks: { table: vpcLinks, id: vpcLinks.id },
  portals: { table: portals, id: portals.id, hasAccount: true },
  portalproducts: { table: portalProducts, id: portalProducts.id, hasAccount: true },
};

/**
 * Makes sure that what an ARN names is there.
 * @param held it stays while the call's transaction runs: whoever deletes it then finds the tags that it was given
 * @throws ControlError BadRequestException for an ARN of what has no tags, NotFoundException
 */
export async function findTagged(
  { db, ports }: ReadCall,
  resourceArn: string,
  { held = false } = {},
): Promise<void> {
  const [, account = '', kind = '', id = '', stageName] = ARN.exec(resourceArn) ?? [];
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  const isOurs = account === (known?.hasAccount ? ports.config.accountId : '');
  if (!known || !isOurs || (stageName !== undefined && !known.stages))
    throw new ControlError('BadRequestException', `Invalid ARN specified: ${resourceArn.slice(0, 200)}`);
  const query = stageName === undefined ? oneOf(db, known, id) : oneStage(db, known, id, stageName);
  const [there] = (await (held ? query?.for('key share') : query)) ?? [];
  if (!there)
    throw new ControlError('NotFoundException', `Invalid Resource identifier specified: ${resourceArn}`);
}

function oneOf(db: Db, { table, id: column }: Kind, id: string) {
  return db.select({ there: column }).from(table).where(eq(column, id)).$dynamic();
}

function oneStage(db: Db, { stages, stageOf }: Kind, id: string, stageName: string) {
  if (!stages || !stageOf) return undefined;
  const isIt = and(eq(stageOf, id), eq(stages.stageName, stageName));
  return db.select({ there: stageOf }).from(stages).where(isIt).$dynamic();
}
