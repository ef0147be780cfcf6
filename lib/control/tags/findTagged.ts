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
const kinds: Record<string, Kind> = {
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
 * @throws ControlError BadRequestException for an ARN of what has no tags, NotFoundException
 */
export async function findTagged({ db, ports }: ReadCall, resourceArn: string): Promise<void> {
  const [, account = '', kind = '', id = '', stageName] = ARN.exec(resourceArn) ?? [];
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  const isOurs = account === (known?.hasAccount ? ports.config.accountId : '');
  if (!known || !isOurs || (stageName !== undefined && !known.stages))
    throw new ControlError('BadRequestException', `Invalid ARN specified: ${resourceArn.slice(0, 200)}`);
  const isThere = stageName === undefined ? hasOne(db, known, id) : hasStage(db, known, id, stageName);
  if (!(await isThere))
    throw new ControlError('NotFoundException', `Invalid Resource identifier specified: ${resourceArn}`);
}

async function hasOne(db: Db, { table, id: column }: Kind, id: string): Promise<boolean> {
  const rows = await db.select({ there: column }).from(table).where(eq(column, id));
  return rows.length > 0;
}

async function hasStage(db: Db, { stages, stageOf }: Kind, id: string, stageName: string): Promise<boolean> {
  if (!stages || !stageOf) return false;
  const isIt = and(eq(stageOf, id), eq(stages.stageName, stageName));
  const rows = await db.select({ there: stages.stageName }).from(stages).where(isIt);
  return rows.length > 0;
}
