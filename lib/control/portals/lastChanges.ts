import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { portalProducts, productPages, productRestEndpointPages } from '@/db/schema';

/**
 * When each of these products was last changed as a portal shows it: itself, or a page in its order. A draft shows
 * nowhere, so its changes do not count. Without those that are not there.
 */
export async function lastChanges(db: Db, productIds: string[]): Promise<Map<string, number>> {
  if (productIds.length === 0) return new Map();
  const ids = [...new Set(productIds)];
  const products = await db
    .select({
      id: portalProducts.id,
      displayOrder: portalProducts.displayOrder,
      lastModified: portalProducts.lastModified,
    })
    .from(portalProducts)
    .where(inArray(portalProducts.id, ids));
  const pages = await pageTimes(db, ids);
  return new Map(
    products.map(({ id, displayOrder: order, lastModified }) => {
      const shown = [
        order.overviewPageId,
        ...order.productPageIds,
        ...order.contents.flatMap((section) => section.productRestEndpointPageIds),
      ];
      const times = shown.map((page) => pages.get(page ?? '') ?? 0);
      return [id, Math.max(lastModified.getTime(), ...times)];
    }),
  );
}

async function pageTimes(db: Db, productIds: string[]): Promise<Map<string, number>> {
  const rows = [];
  for (const table of [productPages, productRestEndpointPages])
    rows.push(
      ...(await db
        .select({ id: table.id, lastModified: table.lastModified })
        .from(table)
        .where(inArray(table.productId, productIds))),
    );
  return new Map(rows.map(({ id, lastModified }) => [id, lastModified.getTime()]));
}
