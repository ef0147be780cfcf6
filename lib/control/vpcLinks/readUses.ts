import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { deployments, methods, resources, stages } from '@/db/schema';

/** One integration that names a link by its id; one that names a stage variable is not told, as on AWS. */
export interface LinkUse {
  vpcLinkId: string;
  restApiId: string;
  resourceId: string;
  path: string;
  httpMethod: string;
  /** absent: of the undeployed definition */
  stageName?: string;
}

/** Integrations of undeployed definitions. @param id absent: of every link */
export async function readUses(db: Db, id?: string): Promise<LinkUse[]> {
  const { methodIntegration, httpMethod } = methods;
  const connectionId = sql<string>`${methodIntegration} ->> 'connectionId'`;
  const { restApiId, id: resourceId, path } = resources;
  return db
    .select({ vpcLinkId: connectionId, restApiId, resourceId, path, httpMethod })
    .from(methods)
    .innerJoin(resources, eq(resources.id, methods.resourceId))
    .where(
      and(
        sql`${methodIntegration} ->> 'connectionType' = 'VPC_LINK'`,
        id === undefined ? undefined : eq(connectionId, id),
      ),
    )
    .orderBy(restApiId, path, httpMethod);
}

/** Integrations of what stages serve, their canaries too. */
export async function readServedUses(db: Db, id: string): Promise<LinkUse[]> {
  const inCanary: SQL = sql`${deployments.id} = ${stages.canarySettings} ->> 'deploymentId'`;
  const naming = sql`jsonb_path_exists(${deployments.definition},
    '$.resources[*].resourceMethods.*.methodIntegration ? (@.connectionType == "VPC_LINK" && @.connectionId == $id)',
    jsonb_build_object('id', ${id}::text))`;
  const found = await db
    .select({ deploymentId: deployments.id, stageName: stages.stageName })
    .from(stages)
    .innerJoin(
      deployments,
      and(eq(deployments.restApiId, stages.restApiId), or(eq(deployments.id, stages.deploymentId), inCanary)),
    )
    .where(naming)
    .orderBy(stages.restApiId, stages.stageName);
  if (found.length === 0) return [];
  const ids = found.map(({ deploymentId }) => deploymentId);
  const rows = await db.select().from(deployments).where(inArray(deployments.id, ids));
  return found.flatMap(({ deploymentId, stageName }) => {
    const row = rows.find((each) => each.id === deploymentId);
    return row ? usesOf(row, stageName, id) : [];
  });
}

function usesOf(
  { restApiId, definition }: typeof deployments.$inferSelect,
  stageName: string,
  vpcLinkId: string,
): LinkUse[] {
  return definition.resources.flatMap(({ id: resourceId, path, resourceMethods }) =>
    Object.values(resourceMethods)
      .filter(({ methodIntegration }) => methodIntegration?.connectionType === 'VPC_LINK')
      .filter(({ methodIntegration }) => methodIntegration?.connectionId === vpcLinkId)
      .map(({ httpMethod }) => ({ vpcLinkId, restApiId, resourceId, path, httpMethod, stageName })),
  );
}
