import type { Db } from '@/db/client';
import type { Method } from '@/lib/model/method';
import { readResources } from '../restApis/readDefinition';

/** Every method of an API under the name that AWS's refusals give it, e.g. `/pets/ANY`. */
export async function namedMethods(db: Db, restApiId: string): Promise<{ name: string; method: Method }[]> {
  return (await readResources(db, restApiId)).flatMap(({ path, resourceMethods }) =>
    Object.values(resourceMethods).map((method) => ({
      // the root's is `//ANY`, as recorded
      name: `${path}/${method.httpMethod}`,
      method,
    })),
  );
}
