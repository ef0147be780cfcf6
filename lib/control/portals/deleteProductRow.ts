import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { portalProducts, portals, tags } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { WriteCall } from '../ControlContext';
import { lockProduct, type ProductRow } from './findProduct';
import { productArn } from './portalArns';

/**
 * Deletes a product with its pages and tags. @returns what it was
 * @throws ControlError NotFoundException, BadRequestException while a portal includes it
 */
export async function deleteProductRow({ db, ports }: WriteCall, productId: string): Promise<ProductRow> {
  const row = await lockProduct(db, productId);
  await refuseIncluded(db, productId);
  await db.delete(portalProducts).where(eq(portalProducts.id, productId));
  await db.delete(tags).where(eq(tags.resourceArn, productArn(ports.config, productId)));
  return row;
}

async function refuseIncluded(db: Db, productId: string): Promise<void> {
  const including = await db
    .select({ id: portals.id, content: portals.portalContent })
    .from(portals)
    .where(sql`${portals.portalProductIds} @> ${JSON.stringify([productId])}::jsonb`)
    .orderBy(portals.id);
  if (including.length === 0) return;
  const names = including.map(({ id, content }) => `${content.displayName} (${id})`).join(', ');
  throw new ControlError(
    'BadRequestException',
    `The product is included in ${including.length === 1 ? 'the portal' : 'the portals'} ${names}: remove it from there first`,
  );
}
