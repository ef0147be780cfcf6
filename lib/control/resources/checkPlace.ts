import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { resources } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { isGreedy, isVariable } from '@/lib/model/pathPart';
import { badRequest } from '../parse';

export type ResourceRow = typeof resources.$inferSelect;

/** @throws ControlError NotFoundException; `field` names the input that held the id */
export async function findResource(
  db: Db,
  restApiId: string,
  resourceId: string,
  field?: string,
): Promise<ResourceRow> {
  const [row] = await db
    .select()
    .from(resources)
    .where(and(eq(resources.id, resourceId), eq(resources.restApiId, restApiId)));
  if (row) return row;
  const message = 'Invalid Resource identifier specified';
  throw new ControlError('NotFoundException', message, field ? [{ field, message }] : []);
}

/**
 * AWS's rules for a resource's place below `parent` (reference/rest-execution.md section 3).
 * @param self the resource itself when it moves or is renamed
 * @throws ControlError naming the field `pathPart`
 */
export async function checkPlace(
  db: Db,
  parent: ResourceRow,
  pathPart: string,
  self?: string,
): Promise<void> {
  if (parent.pathPart !== null && isGreedy(parent.pathPart))
    throw badRequest({
      field: 'pathPart',
      message: `Cannot create a child of a resource with a greedy path variable: ${parent.pathPart}`,
    });
  const children = await db.select().from(resources).where(eq(resources.parentId, parent.id));
  const parts = children.filter((child) => child.id !== self).map((child) => child.pathPart ?? '');
  if (parts.includes(pathPart)) throw duplicate(pathPart);
  const variable = isVariable(pathPart) && parts.find(isVariable);
  if (variable)
    throw badRequest({
      field: 'pathPart',
      message: `A sibling (${variable}) of this resource already has a variable path part -- only one is allowed`,
    });
}

function duplicate(pathPart: string): ControlError {
  const message = `Another resource with the same parent already has this name: ${pathPart}`;
  return new ControlError('ConflictException', message, [{ field: 'pathPart', message }]);
}
