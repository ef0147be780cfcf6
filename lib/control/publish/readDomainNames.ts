import type { DomainNameDocument, RoutingRuleDocument } from '@gatehouse/gateway/snapshot';
import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { basePathMappings, domainNames, routingRules } from '@/db/schema';

/** All of them; a name without base paths too, for it answers for its host. */
export async function readDomainNames(db: Db): Promise<DomainNameDocument[]> {
  const { basePath, restApiId, stage } = basePathMappings;
  const names = await db
    .select({
      domainName: domainNames.domainName,
      settings: domainNames.settings,
      basePathMappings: sql<
        DomainNameDocument['basePathMappings']
      >`coalesce(jsonb_agg(jsonb_build_object('basePath', ${basePath}, 'restApiId', ${restApiId}, 'stageName', ${stage}) order by ${basePath}) filter (where ${basePath} is not null), '[]')`,
    })
    .from(domainNames)
    .leftJoin(basePathMappings, eq(basePathMappings.domainName, domainNames.domainName))
    .groupBy(domainNames.domainName)
    .orderBy(domainNames.domainName);
  const rules = await readRoutingRules(db);
  return names.map(({ domainName, settings: { routingMode }, basePathMappings: mappings }) => ({
    domainName,
    basePathMappings: mappings,
    ...(routingMode !== 'BASE_PATH_MAPPING_ONLY' && {
      routingMode,
      routingRules: rules.get(domainName) ?? [],
    }),
  }));
}

/** By domain name, in the order in which they are asked. */
async function readRoutingRules(db: Db): Promise<Map<string, RoutingRuleDocument[]>> {
  const rows = await db.select().from(routingRules).orderBy(routingRules.domainName, routingRules.priority);
  const byName = new Map<string, RoutingRuleDocument[]>();
  for (const { domainName, stage: stageName, ...rule } of rows) {
    const known = byName.get(domainName);
    if (known) known.push({ ...rule, stageName });
    else byName.set(domainName, [{ ...rule, stageName }]);
  }
  return byName;
}
