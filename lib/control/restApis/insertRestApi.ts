import { restApis } from '@/db/schema';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { WriteCall } from '../ControlContext';
import type { RestApi } from '../control';
import { freshId } from '../freshIds';
import { expandPolicy } from './expandPolicy';
import { insertDefinition } from './insertDefinition';
import { toRestApiRow } from './restApiRow';
import { summarizeOne } from './summarize';
import { withFreshIds } from './withFreshIds';

/** Writes a new API from a definition, under new ids. The caller has checked the definition and audits. */
export async function insertRestApi(
  { db, now, ports }: WriteCall,
  definition: RestApiDefinition,
): Promise<RestApi> {
  const id = await freshId(db, restApis, restApis.id, 10);
  const policy = definition.policy && expandPolicy(definition.policy, id, ports.config);
  const row = toRestApiRow({ ...definition, policy });
  await db.insert(restApis).values({ id, ...row, createdDate: now });
  await insertDefinition(db, id, await withFreshIds(db, definition));
  return summarizeOne(db, id);
}
