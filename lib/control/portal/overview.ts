import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { portalProducts, productPages } from '@/db/schema';
import { newId } from '@/lib/model/ids';
import type { DisplayOrder } from '@/lib/model/portalSite';

type ProductRow = typeof portalProducts.$inferSelect;

/** The page that stands first on a product, for joins with products. */
export const isOverview = and(
  eq(productPages.productId, portalProducts.id),
  eq(productPages.id, sql`${portalProducts.displayOrder}->>'overviewPageId'`),
);

/** Markdown; '' where a product has no overview page. */
export async function readOverview(db: Db, { id, displayOrder }: ProductRow): Promise<string> {
  return (await findOverview(db, id, displayOrder))?.body ?? '';
}

/** Makes, rewrites or, with '', takes away the overview page. @returns the order with it; other pages stay */
export async function writeOverview(
  db: Db,
  now: Date,
  { id: productId, displayOrder }: ProductRow,
  body: string,
): Promise<DisplayOrder> {
  const page = await findOverview(db, productId, displayOrder);
  const { overviewPageId: _, ...others } = displayOrder;
  if (body === '') {
    if (page) await db.delete(productPages).where(eq(productPages.id, page.id));
    return others;
  }
  if (!page) {
    const id = newId(10);
    await db.insert(productPages).values({ id, productId, title: 'Overview', body, lastModified: now });
    return { ...others, overviewPageId: id };
  }
  if (page.body !== body)
    await db.update(productPages).set({ body, lastModified: now }).where(eq(productPages.id, page.id));
  return displayOrder;
}

async function findOverview(db: Db, productId: string, { overviewPageId }: DisplayOrder) {
  if (overviewPageId === undefined) return undefined;
  const [page] = await db
    .select()
    .from(productPages)
    .where(and(eq(productPages.productId, productId), eq(productPages.id, overviewPageId)));
  return page;
}
