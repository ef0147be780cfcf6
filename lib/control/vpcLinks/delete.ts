import { eq } from 'drizzle-orm';
import { vpcLinks } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { apiLinkUses } from '../apis/apiLinkUses';
import { write } from '../operation';
import { dropTags } from '../tags/dropTags';
import { lockVpcLink } from './findVpcLink';
import { type LinkUse, readServedUses, readUses } from './readUses';

export const deleteVpcLink = write(
  { name: 'DeleteVpcLink', permission: 'editor' },
  async (call, id: string) => {
    const { name } = await lockVpcLink(call.db, id);
    const uses = [...(await readUses(call.db, id)), ...(await readServedUses(call.db, id))];
    if (uses.length > 0) throw stillInUse(id, uses);
    const ofApis = await apiLinkUses(call.db, id);
    if (ofApis.length > 0) throw usedByApis(id, ofApis);
    await call.db.delete(vpcLinks).where(eq(vpcLinks.id, id));
    await dropTags(call, `/vpclinks/${id}`);
    call.audit(id, { name });
    call.publish();
  },
);

/** AWS's sentence; an integration of the undeployed definition has no stage. */
function stillInUse(id: string, uses: LinkUse[]): ControlError {
  const places = uses.map(({ restApiId, httpMethod, resourceId, stageName }) =>
    [restApiId, httpMethod, resourceId, stageName].filter((part) => part !== undefined).join(':'),
  );
  return new ControlError(
    'BadRequestException',
    `Cannot delete vpc link. Vpc link '${id}', is referenced in [${places.join(', ')}] in format of [RESTApiId:Method:Resource:Stage].`,
  );
}

/** The same of HTTP and WebSocket APIs, whose integrations and stages are told. */
const usedByApis = (id: string, places: string[]) =>
  new ControlError(
    'BadRequestException',
    `Cannot delete vpc link. Vpc link '${id}', is referenced in [${places.join(', ')}] in format of [ApiId:Integration] or [ApiId:Stage].`,
  );
