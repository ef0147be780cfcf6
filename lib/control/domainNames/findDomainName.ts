import { and, eq, sql } from 'drizzle-orm';
import { basePathMappings, domainNames } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { BasePathMapping, DomainName } from '@/lib/model/domainName';
import type { ReadCall, WriteCall } from '../ControlContext';
import type { ControlConfig } from '../ports';

type DomainNameRow = typeof domainNames.$inferSelect;
export type MappingRow = typeof basePathMappings.$inferSelect;

/** Names of hosts have no letter case. */
const isNamed = (name: string) => eq(domainNames.domainName, name.toLowerCase());

/** @throws ControlError NotFoundException */
export async function findDomainName({ db }: ReadCall, name: string): Promise<DomainNameRow> {
  const [row] = await db.select().from(domainNames).where(isNamed(name));
  return row ?? unknown();
}

/** The same, held until the transaction ends. */
export async function lockDomainName({ db }: WriteCall, name: string): Promise<DomainNameRow> {
  const [row] = await db.select().from(domainNames).where(isNamed(name)).for('update');
  return row ?? unknown();
}

function unknown(): never {
  throw new ControlError('NotFoundException', 'Invalid domain name identifier specified');
}

export function toDomainName(row: DomainNameRow, { gatewayUrl }: ControlConfig): DomainName {
  const { hostname, origin } = new URL(gatewayUrl);
  return {
    ...row.settings,
    domainName: row.domainName,
    // On one machine a name of its own, as on AWS; else the gateway's, for which there are records.
    targetDomainName: hostname === 'localhost' ? `d-${row.targetId}.execute-api.localhost` : hostname,
    gatewayUrl: origin,
    ...(row.certificateUploadDate && { certificateUploadDate: row.certificateUploadDate.getTime() }),
    createdDate: row.createdDate.getTime(),
  };
}

/** @param basePath '' and `(none)` are the same */
export const mappingAt = (domainName: string, basePath: string) =>
  and(
    eq(basePathMappings.domainName, domainName),
    eq(basePathMappings.basePath, basePath === '(none)' ? '' : basePath),
    ofV1,
  );

/** Mappings that V1 can show: of REST APIs, with one part of a path. */
export const ofV1 = and(
  sql`position('/' in ${basePathMappings.basePath}) = 0`,
  sql`exists (select from rest_apis where rest_apis.id = ${basePathMappings.restApiId})`,
);

/** @throws ControlError NotFoundException */
export async function findMapping(
  { db }: ReadCall,
  domainName: string,
  basePath: string,
): Promise<MappingRow> {
  const [row] = await db.select().from(basePathMappings).where(mappingAt(domainName, basePath));
  if (!row) throw new ControlError('NotFoundException', 'Invalid base path mapping identifier specified');
  return row;
}

export const toMapping = ({ basePath, restApiId, stage }: MappingRow): BasePathMapping => ({
  basePath,
  restApiId,
  stage,
});
