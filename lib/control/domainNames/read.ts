import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { basePathMappings, domainNames } from '@/db/schema';
import type { DomainNameMapping } from '@/lib/model/domainName';
import { read } from '../operation';
import { findDomainName, findMapping, ofV1, toDomainName, toMapping } from './findDomainName';

/** By name. */
export const listDomainNames = read(
  { name: 'GetDomainNames', permission: 'viewer' },
  async ({ db, ports }) => {
    const rows = await db.select().from(domainNames).orderBy(domainNames.domainName);
    return rows.map((row) => toDomainName(row, ports.config));
  },
);

export const getDomainName = read(
  { name: 'GetDomainName', permission: 'viewer' },
  async (call, name: string) => toDomainName(await findDomainName(call, name), call.ports.config),
);

/** By base path, `(none)` first. */
export const listMappings = read(
  { name: 'GetBasePathMappings', permission: 'viewer' },
  async (call, name: string) => {
    const { domainName } = await findDomainName(call, name);
    const rows = await call.db
      .select()
      .from(basePathMappings)
      .where(and(eq(basePathMappings.domainName, domainName), ofV1))
      .orderBy(basePathMappings.basePath);
    return rows.map(toMapping);
  },
);

/** Of all names whose routing mode lets them count, by name and base path: those that lead to one API, or to any. */
export const mappingsOfAll = read(
  { name: 'GetBasePathMappings', permission: 'viewer' },
  async ({ db }, restApiId?: string): Promise<DomainNameMapping[]> => {
    const isOfApi = restApiId === undefined ? undefined : eq(basePathMappings.restApiId, restApiId);
    const counts = sql`${domainNames.settings}->>'routingMode' is distinct from 'ROUTING_RULE_ONLY'`;
    const rows = await db
      .select(getTableColumns(basePathMappings))
      .from(basePathMappings)
      .innerJoin(domainNames, eq(domainNames.domainName, basePathMappings.domainName))
      .where(and(isOfApi, ofV1, counts))
      .orderBy(basePathMappings.domainName, basePathMappings.basePath);
    return rows.map((row) => ({ domainName: row.domainName, ...toMapping(row) }));
  },
);

export const getMapping = read(
  { name: 'GetBasePathMapping', permission: 'viewer' },
  async (call, name: string, basePath: string) => {
    const { domainName } = await findDomainName(call, name);
    return toMapping(await findMapping(call, domainName, basePath));
  },
);
