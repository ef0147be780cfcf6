import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { methods } from '@/db/schema';
import type { Resource } from '@/lib/model/restApi';
import { toMethod } from '../methods/methodRow';
import { toResource } from '../restApis/readDefinition';
import { findResource } from './checkPlace';

/** One resource with its methods. @throws ControlError NotFoundException */
export async function readResource(db: Db, restApiId: string, resourceId: string): Promise<Resource> {
  const resource = toResource(await findResource(db, restApiId, resourceId));
  const rows = await db
    .select()
    .from(methods)
    .where(eq(methods.resourceId, resourceId))
    .orderBy(methods.httpMethod);
  return {
    ...resource,
    resourceMethods: Object.fromEntries(rows.map((row) => [row.httpMethod, toMethod(row)])),
  };
}
