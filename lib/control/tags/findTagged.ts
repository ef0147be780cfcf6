import { and, eq, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import {
  apiKeys,
  clientCertificates,
  domainNames,
  restApis,
  stages,
  usagePlans,
  vpcLinks,
} from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ReadCall } from '../ControlContext';

const ARN = /^arn:aws[\w-]*:apigateway:[\w-]*::\/(\w+)\/([^/]+)(?:\/stages\/([^/]+))?$/;
const kinds: Record<string, { table: PgTable; id: PgColumn }> = {
  restapis: { table: restApis, id: restApis.id },
  apikeys: { table: apiKeys, id: apiKeys.id },
  usageplans: { table: usagePlans, id: usagePlans.id },
  clientcertificates: { table: clientCertificates, id: clientCertificates.clientCertificateId },
  domainnames: { table: domainNames, id: domainNames.domainName },
  vpclinks: { table: vpcLinks, id: vpcLinks.id },
};

/**
 * Makes sure that what an ARN names is there.
 * @throws ControlError BadRequestException for an ARN of what has no tags, NotFoundException
 */
export async function findTagged({ db }: ReadCall, resourceArn: string): Promise<void> {
  const [, kind = '', id = '', stageName] = ARN.exec(resourceArn) ?? [];
  const known = kinds[kind];
  if (!known || (stageName !== undefined && kind !== 'restapis'))
    throw new ControlError('BadRequestException', `Invalid ARN specified: ${resourceArn.slice(0, 200)}`);
  const isIt: SQL | undefined =
    stageName === undefined
      ? eq(known.id, id)
      : and(eq(stages.restApiId, id), eq(stages.stageName, stageName));
  const [row] = await db
    .select({ there: stageName === undefined ? known.id : stages.stageName })
    .from(stageName === undefined ? known.table : stages)
    .where(isIt);
  if (!row)
    throw new ControlError('NotFoundException', `Invalid Resource identifier specified: ${resourceArn}`);
}
