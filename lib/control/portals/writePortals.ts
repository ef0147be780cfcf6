import { count, eq } from 'drizzle-orm';
import { portals, tags } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import {
  type Portal,
  type PortalInput,
  type PortalUpdate,
  portalInput,
  portalUpdate,
} from '@/lib/model/portalSite';
import type { WriteCall } from '../ControlContext';
import { freshId } from '../freshIds';
import { type Operation, runWrite, write } from '../operation';
import { parse } from '../parse';
import { permit } from '../permission';
import { putTags } from '../tags/putTags';
import { checkPortal, domainNameOf } from './checkPortal';
import { lockPortal, readPortal } from './findPortal';
import { portalArn } from './portalArns';
import { readLogo } from './readLogo';
import { type Logo, logoMembers } from './toLogo';

/** AWS's quota is 15 and can be raised (api-gateway-portal-quotas). */
const mostPortals = 200;

/** Not on the web until it is published. The logo is read before the transaction: it may take its time. */
export const createPortal: Operation<[input: PortalInput], Portal> = (context) => async (actor, input) => {
  permit(actor, 'editor', 'CreatePortal');
  const values = parse(portalInput, input);
  const logo = await readLogo(context, values.logoUri);
  return runWrite(context, actor, 'CreatePortal', (call) => insertPortal(call, values, logo));
};

async function insertPortal(
  call: WriteCall,
  { tags: wanted, logoUri: _, ...values }: ReturnType<typeof portalInput.parse>,
  logo: Logo | null | undefined,
): Promise<Portal> {
  const { db, now } = call;
  const [made] = await db.select({ portals: count() }).from(portals);
  if ((made?.portals ?? 0) >= mostPortals)
    throw new ControlError('LimitExceededException', `There are at most ${mostPortals} portals`);
  const id = await freshId(db, portals, portals.id, 10);
  await checkPortal(call, id, values);
  await db.insert(portals).values({
    ...values,
    rumAppMonitorName: values.rumAppMonitorName || null,
    id,
    domainName: domainNameOf(values.endpointConfiguration),
    ...logoMembers(logo, now),
    lastModified: now,
  });
  await putTags(call, portalArn(call.ports.config, id), wanted);
  call.audit(id, { displayName: values.portalContent.displayName });
  return readPortal(call, id);
}

/** What is left out stays; '' takes away the logo and the monitor's name. */
export const updatePortal: Operation<[portalId: string, input: PortalUpdate], Portal> =
  (context) => async (actor, portalId, input) => {
    permit(actor, 'editor', 'UpdatePortal');
    const values = parse(portalUpdate, input);
    const logo = await readLogo(context, values.logoUri);
    return runWrite(context, actor, 'UpdatePortal', (call) => changePortal(call, portalId, values, logo));
  };

async function changePortal(
  call: WriteCall,
  portalId: string,
  { logoUri: _, ...values }: ReturnType<typeof portalUpdate.parse>,
  logo: Logo | null | undefined,
): Promise<Portal> {
  const { db, ports } = call;
  await lockPortal(db, portalId);
  await checkPortal(call, portalId, values);
  const { endpointConfiguration, rumAppMonitorName } = values;
  const modified = new Date(ports.now());
  await db
    .update(portals)
    .set({
      ...values,
      ...(rumAppMonitorName === '' && { rumAppMonitorName: null }),
      ...(endpointConfiguration && { domainName: domainNameOf(endpointConfiguration) }),
      ...logoMembers(logo, modified),
      lastModified: modified,
    })
    .where(eq(portals.id, portalId));
  call.audit(portalId, { changed: [...Object.keys(values), ...(logo === undefined ? [] : ['logo'])] });
  return readPortal(call, portalId);
}

export const deletePortal = write(
  { name: 'DeletePortal', permission: 'editor' },
  async ({ db, ports, audit }, portalId: string): Promise<void> => {
    const { isPublished, portalContent } = await lockPortal(db, portalId);
    if (isPublished)
      throw new ControlError(
        'BadRequestException',
        'The portal is published: disable it before you delete it',
      );
    await db.delete(portals).where(eq(portals.id, portalId));
    await db.delete(tags).where(eq(tags.resourceArn, portalArn(ports.config, portalId)));
    audit(portalId, { displayName: portalContent.displayName });
  },
);
