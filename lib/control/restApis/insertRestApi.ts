import { restApis } from '@/db/schema';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { Tags } from '@/lib/model/tag';
import type { WriteCall } from '../ControlContext';
import type { RestApi } from '../control';
import { newApiId } from '../newApiId';
import { putTags } from '../tags/putTags';
import { expandPolicy } from './expandPolicy';
import { insertDefinition } from './insertDefinition';
import { toRestApiRow } from './restApiRow';
import { summarizeOne } from './summarize';
import { withFreshIds } from './withFreshIds';

/** Writes a new API from a definition, under new ids. The caller has checked the definition and audits. */
export async function insertRestApi(
  call: WriteCall,
  definition: RestApiDefinition,
  tags?: Tags,
): Promise<RestApi> {
  const { db, now, ports } = call;
  const id = await newApiId(db, ports.config, restApis, tags);
  const policy = definition.policy && expandPolicy(definition.policy, id, ports.config);
  const row = toRestApiRow({ ...definition, policy });
  await db.insert(restApis).values({ id, ...row, createdDate: now });
  await putTags(call, `arn:aws:apigateway:${ports.config.region}::/restapis/${id}`, tags);
  await insertDefinition(db, id, await withFreshIds(db, definition));
  return summarizeOne(db, id);
}
