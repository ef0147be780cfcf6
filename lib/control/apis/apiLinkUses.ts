import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiDeployments, apiParts, apiStages } from '@/db/schema';

/** Integrations that name a VPC link by its id: of HTTP and WebSocket APIs as they are, and as stages serve them. */
export async function apiLinkUses(db: Db, vpcLinkId: string): Promise<string[]> {
  const now = await db
    .select({ apiId: apiParts.apiId, id: apiParts.id })
    .from(apiParts)
    .where(and(eq(apiParts.kind, 'integration'), eq(sql`${apiParts.settings} ->> 'connectionId'`, vpcLinkId)))
    .orderBy(apiParts.apiId, apiParts.ordinal);
  const served = await db
    .select({ apiId: apiStages.apiId, stageName: apiStages.stageName })
    .from(apiStages)
    .innerJoin(apiDeployments, eq(apiDeployments.deploymentId, apiStages.deploymentId))
    .where(
      sql`jsonb_path_exists(${apiDeployments.definition}, '$.integrations[*] ? (@.connectionId == $id)', jsonb_build_object('id', ${vpcLinkId}::text))`,
    )
    .orderBy(apiStages.apiId, apiStages.stageName);
  return [
    ...now.map(({ apiId, id }) => `${apiId}:${id}`),
    ...served.map(({ apiId, stageName }) => `${apiId}:${stageName}`),
  ];
}
