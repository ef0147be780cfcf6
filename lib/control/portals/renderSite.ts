import { eq, inArray } from 'drizzle-orm';
import { portalProducts, portals } from '@/db/schema';
import type { PortalSite } from '@/lib/model/portalSite';
import type { ReadCall } from '../ControlContext';
import { badRequest } from '../parse';
import { unknownPortal } from './findPortal';
import { renderProduct } from './renderProduct';
import { servedStages } from './servedStages';

/** Characters of JSON, which readers' pages keep in memory. */
export const longestCopy = 32 * 1024 * 1024;

/**
 * The copy of a portal for its readers: from its products as they are and what the stages serve now.
 * @param isLive false: a preview, in which AWS lets nobody try an endpoint
 * @throws ControlError BadRequestException naming a page whose endpoint is no longer served, or for a copy that is too large
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
  const site: PortalSite = {
    portalId,
    displayName,
    ...(description && { description }),
    theme: theme.customColors,
    ...(portal.logo !== null && { logo: portal.logo }),
    products,
  };
  refuseTooLarge(site);
  return site;
}

function refuseTooLarge(site: PortalSite): void {
  const { length } = JSON.stringify(site);
  if (length <= longestCopy) return;
  const megabytes = (characters: number) => Math.ceil(characters / 1024 / 1024);
  throw badRequest({
    field: 'portalProductIds',
    message: `A portal shows at most ${megabytes(longestCopy)} MB of pages, and this one has ${megabytes(length)}: divide its products among several portals`,
  });
}
