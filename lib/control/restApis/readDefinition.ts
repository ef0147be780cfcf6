import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { methods, resources, type restApis } from '@/db/schema';
import type { Resource, RestApiDefinition } from '@/lib/model/restApi';
import { readAuthorizers } from '../authorizers/authorizerRow';
import { readGatewayResponses } from '../gatewayResponses/gatewayResponseRow';
import { asDefined } from '../methods/asDefined';
import { toMethod } from '../methods/methodRow';
import { readModels } from '../models/modelRow';
import { readRequestValidators } from '../requestValidators/findRequestValidator';
import { toMembers } from './restApiRow';

/** The undeployed definition of an API whose row is at hand. */
export async function readDefinition(db: Db, api: typeof restApis.$inferSelect): Promise<RestApiDefinition> {
  const restApiId = api.id;
  const responses = await readGatewayResponses(db, restApiId);
  const authorizers = await readAuthorizers(db, restApiId);
  return {
    ...toMembers(api),
    resources: asDefined(await readResources(db, restApiId)),
    models: await readModels(db, restApiId),
    requestValidators: await readRequestValidators(db, restApiId),
    ...(responses.length > 0 && { gatewayResponses: responses }),
    ...(authorizers.length > 0 && { authorizers }),
  };
}

/** All resources of an API with their methods: root first, then by path, so parents come before children. */
export async function readResources(db: Db, restApiId: string): Promise<Resource[]> {
  const rows = await db.select().from(resources).where(eq(resources.restApiId, restApiId));
  const methodRows = await db
    .select({ method: methods })
    .from(methods)
    .innerJoin(resources, eq(resources.id, methods.resourceId))
    .where(eq(resources.restApiId, restApiId))
    .orderBy(methods.httpMethod);
  const byId = new Map(rows.map((row) => [row.id, toResource(row)]));
  for (const { method } of methodRows) {
    const resource = byId.get(method.resourceId);
    if (resource) resource.resourceMethods[method.httpMethod] = toMethod(method);
  }
  // By code point, not by the database's collation: the same order on every server.
  return [...byId.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function toResource(row: typeof resources.$inferSelect): Resource {
  return {
    id: row.id,
    path: row.path,
    resourceMethods: {},
    ...(row.parentId !== null && { parentId: row.parentId }),
    ...(row.pathPart !== null && { pathPart: row.pathPart }),
  };
}
