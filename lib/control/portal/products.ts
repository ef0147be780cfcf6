import { and, asc, eq, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { portalProducts, stages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { newId } from '@/lib/model/ids';
import { type PortalProduct, type PortalProductInput, portalProductInput } from '@/lib/model/portal';
import { read, write } from '../operation';
import { badRequest, parse } from '../parse';
import { stageAt } from '../stages/findStage';

type ProductRow = typeof portalProducts.$inferSelect;

export const listProducts = read({ name: 'GetPortalProducts', permission: 'viewer' }, async ({ db }) =>
  (
    await db.select().from(portalProducts).orderBy(asc(portalProducts.displayName), asc(portalProducts.id))
  ).map(toProduct),
);

/** Makes a product (`productId` null) or replaces one. */
export const putProduct = write(
  { name: 'PutPortalProduct', permission: 'editor' },
  async ({ db, now, audit }, productId: string | null, input: PortalProductInput): Promise<PortalProduct> => {
    const values = { ...parse(portalProductInput, input), lastModified: now };
    const id = productId ?? newId(10);
    await checkStage(db, values.restApiId, values.stageName);
    await checkSlug(db, values.slug, id);
    const [row] =
      productId === null
        ? await db
            .insert(portalProducts)
            .values({ id, ...values })
            .returning()
        : await db.update(portalProducts).set(values).where(eq(portalProducts.id, id)).returning();
    if (!row) throw unknownProduct();
    audit(id, { slug: row.slug, published: row.published });
    return toProduct(row);
  },
);

export const deleteProduct = write(
  { name: 'DeletePortalProduct', permission: 'editor' },
  async ({ db, audit }, productId: string): Promise<void> => {
    const [row] = await db.delete(portalProducts).where(eq(portalProducts.id, productId)).returning();
    if (!row) throw unknownProduct();
    audit(productId, { slug: row.slug });
  },
);

async function checkStage(db: Db, restApiId: string, stageName: string): Promise<void> {
  const [stage] = await db
    .select({ stageName: stages.stageName })
    .from(stages)
    .where(stageAt(restApiId, stageName));
  if (!stage) throw badRequest({ field: 'stageName', message: 'The API has no such stage: deploy it first' });
}

async function checkSlug(db: Db, slug: string, id: string): Promise<void> {
  const [other] = await db
    .select({ id: portalProducts.id })
    .from(portalProducts)
    .where(and(eq(portalProducts.slug, slug), ne(portalProducts.id, id)));
  if (!other) return;
  const message = 'Another product has this address';
  throw new ControlError('ConflictException', message, [{ field: 'slug', message }]);
}

export function unknownProduct(): ControlError {
  return new ControlError('NotFoundException', 'Invalid portal product specified');
}

function toProduct(row: ProductRow): PortalProduct {
  return { ...row, lastModified: row.lastModified.getTime() };
}
