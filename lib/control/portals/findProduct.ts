import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apis, portalProducts } from '@/db/schema';
import type { ProductKind } from '@/lib/model/portal';
import type { Product } from '@/lib/model/portalSite';
import { unknownProduct } from '../portal/unknownProduct';

export type ProductRow = typeof portalProducts.$inferSelect;

/** @throws ControlError NotFoundException */
export async function findProduct(db: Db, id: string): Promise<ProductRow> {
  const [row] = await db.select().from(portalProducts).where(eq(portalProducts.id, id));
  if (!row) throw unknownProduct();
  return row;
}

/**
 * The same, held until the transaction ends: its pages and order are not written twice at once, and no portal takes
 * it in while it is deleted.
 */
export async function lockProduct(db: Db, id: string): Promise<ProductRow> {
  const [row] = await db.select().from(portalProducts).where(eq(portalProducts.id, id)).for('update');
  if (!row) throw unknownProduct();
  return row;
}

/** Rows with the kind of the stage that each shows; undefined: it shows none. */
export async function productKind(
  db: Db,
  { apiId, restApiId }: ProductRow,
): Promise<ProductKind | undefined> {
  if (restApiId !== null) return 'REST';
  if (apiId === null) return undefined;
  const [api] = await db.select({ kind: apis.protocolType }).from(apis).where(eq(apis.apiId, apiId));
  return api?.kind;
}

export function toProduct(row: ProductRow, kind: ProductKind | undefined): Product {
  const { id, displayName, description, displayOrder, lastModified, stageName, slug, published } = row;
  return {
    portalProductId: id,
    displayName,
    description,
    displayOrder,
    lastModified: lastModified.getTime(),
    ...(kind !== undefined &&
      stageName !== null && {
        stage: { kind, restApiId: row.restApiId ?? row.apiId ?? '', stageName, slug, published },
      }),
  };
}
