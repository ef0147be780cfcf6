import { eq, inArray } from 'drizzle-orm';
import { portalProducts, portals } from '@/db/schema';
import type { PortalSite } from '@/lib/model/portalSite';
import type { ReadCall } from '../ControlContext';
import { unknownPortal } from './findPortal';
import { renderProduct } from './renderProduct';
import { servedStages } from './servedStages';

/**
 * The copy of a portal for its readers: from its products as they are and what the stages serve now.
 * @param isLive false: a preview, in which AWS lets nobody try an endpoint
 * @throws ControlError BadRequestException naming each page whose endpoint is no longer served
 */
export async function renderSite(
  call: ReadCall,
  portalId: string,
  productIds: string[],
  isLive: boolean,
): Promise<PortalSite> {
  const [portal] = await call.db
    .select({ content: portals.portalContent, logo: portals.logo })
    .from(portals)
    .where(eq(portals.id, portalId));
  if (!portal) throw unknownPortal();
  const { displayName, description, theme } = portal.content;
  const rows =
    productIds.length === 0
      ? []
      : await call.db.select().from(portalProducts).where(inArray(portalProducts.id, productIds));
  const stages = servedStages(call);
  const products = [];
  for (const id of productIds)
    for (const row of rows.filter((each) => each.id === id))
      products.push(await renderProduct({ ...call, stages, isLive }, row));
  return {
    portalId,
    displayName,
    ...(description && { description }),
    theme: theme.customColors,
    ...(portal.logo !== null && { logo: portal.logo }),
    products,
  };
}
