import type { DomainNameDocument } from '@gatehouse/gateway/snapshot';
import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { basePathMappings, domainNames } from '@/db/schema';

/** All of them; a name without base paths too, for it answers for its host. */
export async function readDomainNames(db: Db): Promise<DomainNameDocument[]> {
  const { basePath, restApiId, stage } = basePathMappings;
  return db
    .select({
      domainName: domainNames.domainName,
      basePathMappings: sql<
        DomainNameDocument['basePathMappings']
      >`coalesce(jsonb_agg(jsonb_build_object('basePath', ${basePath}, 'restApiId', ${restApiId}, 'stageName', ${stage}) order by ${basePath}) filter (where ${basePath} is not null), '[]')`,
    })
    .from(domainNames)
    .leftJoin(basePathMappings, eq(basePathMappings.domainName, domainNames.domainName))
    .groupBy(domainNames.domainName)
    .orderBy(domainNames.domainName);
}
