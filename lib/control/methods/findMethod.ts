import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { methods } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { Method } from '@/lib/model/method';
import type { WriteCall } from '../ControlContext';
import { findResource, type ResourceRow } from '../resources/checkPlace';
import { lockRestApi } from '../restApis/lockRestApi';
import { toMethod, toMethodRow } from './methodRow';

/** Where a method stands, as all its operations take it. */
export type MethodAddress = [restApiId: string, resourceId: string, httpMethod: string];

/** @throws ControlError NotFoundException for the resource or the method */
export async function findMethod(db: Db, ...[restApiId, resourceId, verb]: MethodAddress): Promise<Method> {
  await findResource(db, restApiId, resourceId);
  const [row] = await db.select().from(methods).where(at(resourceId, verb));
  if (!row) throw new ControlError('NotFoundException', 'Invalid Method identifier specified');
  return toMethod(row);
}

/** The method and its resource, while no one else writes to the API. */
export async function lockMethod(
  call: WriteCall,
  ...address: MethodAddress
): Promise<{ method: Method; resource: ResourceRow }> {
  const [restApiId, resourceId] = address;
  await lockRestApi(call, restApiId);
  const method = await findMethod(call.db, ...address);
  return { method, resource: await findResource(call.db, restApiId, resourceId) };
}

/** Writes all of a method, and says so to the audit log. */
export async function saveMethod(call: WriteCall, resource: ResourceRow, method: Method): Promise<Method> {
  const row = toMethodRow(resource.id, method);
  const target = [methods.resourceId, methods.httpMethod];
  await call.db.insert(methods).values(row).onConflictDoUpdate({ target, set: row });
  call.audit(resource.restApiId, { method: `${method.httpMethod} ${resource.path}` });
  return method;
}

export const at = (resourceId: string, verb: string) =>
  and(eq(methods.resourceId, resourceId), eq(methods.httpMethod, verb));
