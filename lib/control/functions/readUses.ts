import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { authorizers, deployments, methods, resources, stages } from '@/db/schema';
import { functionArnInUri, readFunctionArn } from '@/lib/model/functionArn';
import type { RestApiDefinition } from '@/lib/model/restApi';

/** One method or authorizer that names a function of this account; what names a stage variable is not told. */
export interface FunctionUse {
  functionName: string;
  restApiId: string;
  /** `GET /pets`, `Authorizer check` */
  place: string;
  /** absent: of the undeployed definition */
  stageName?: string;
}

/** Of undeployed definitions. */
export async function readUses(db: Db, accountId: string): Promise<FunctionUse[]> {
  const uri = sql<string>`${methods.methodIntegration} ->> 'uri'`;
  const { restApiId, path } = resources;
  const rows = await db
    .select({ restApiId, path, httpMethod: methods.httpMethod, uri })
    .from(methods)
    .innerJoin(resources, eq(resources.id, methods.resourceId))
    .where(and(isNotNull(methods.methodIntegration), sql`${uri} like '%:lambda:path/%'`))
    .orderBy(restApiId, path, methods.httpMethod);
  const authorizing = await db.select().from(authorizers).orderBy(authorizers.restApiId, authorizers.id);
  return [
    ...rows.flatMap((row) => use(accountId, row.restApiId, methodPlace(row), row.uri)),
    ...authorizing.flatMap(({ restApiId: id, settings }) =>
      use(accountId, id, `Authorizer ${settings.name}`, settings.authorizerUri),
    ),
  ];
}

/** Of what stages serve, their canaries too. */
export async function readServedUses(db: Db, accountId: string): Promise<FunctionUse[]> {
  const inCanary = sql`${deployments.id} = ${stages.canarySettings} ->> 'deploymentId'`;
  const found = await db
    .select({ deploymentId: deployments.id, stageName: stages.stageName })
    .from(stages)
    .innerJoin(
      deployments,
      and(eq(deployments.restApiId, stages.restApiId), or(eq(deployments.id, stages.deploymentId), inCanary)),
    )
    .where(sql`${deployments.definition}::text like '%:lambda:path/%'`)
    .orderBy(stages.restApiId, stages.stageName);
  const uses: FunctionUse[] = [];
  // One at a time: a definition may have thousands of methods.
  for (const { deploymentId, stageName } of found) {
    const [row] = await db
      .select()
      .from(deployments)
      .where(inArray(deployments.id, [deploymentId]));
    const inside = row ? usesIn(accountId, row.restApiId, row.definition) : [];
    uses.push(...inside.map((each) => ({ ...each, stageName })));
  }
  return uses;
}

function usesIn(accountId: string, restApiId: string, definition: RestApiDefinition): FunctionUse[] {
  const { resources: tree, authorizers: authorizing = [] } = definition;
  return [
    ...tree.flatMap(({ path, resourceMethods }) =>
      Object.values(resourceMethods).flatMap(({ httpMethod, methodIntegration }) =>
        use(accountId, restApiId, methodPlace({ httpMethod, path }), methodIntegration?.uri),
      ),
    ),
    ...authorizing.flatMap(({ name, authorizerUri }) =>
      use(accountId, restApiId, `Authorizer ${name}`, authorizerUri),
    ),
  ];
}

const methodPlace = ({ httpMethod, path }: { httpMethod: string; path: string }) => `${httpMethod} ${path}`;

function use(accountId: string, restApiId: string, place: string, uri = ''): FunctionUse[] {
  const named = readFunctionArn(functionArnInUri(uri) ?? '');
  return named?.accountId === accountId ? [{ functionName: named.functionName, restApiId, place }] : [];
}
