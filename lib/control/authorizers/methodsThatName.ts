import type { Db } from '@/db/client';
import { namedMethods } from '../methods/namedMethods';

/** Methods of the undeployed definition that ask an authorizer, e.g. `/pets/GET`. */
export async function methodsThatName(db: Db, restApiId: string, authorizerId: string): Promise<string[]> {
  const methods = await namedMethods(db, restApiId);
  return methods.filter(({ method }) => method.authorizerId === authorizerId).map(({ name }) => name);
}
