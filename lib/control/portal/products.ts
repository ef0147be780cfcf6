import { and, asc, eq, isNotNull, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiStages, apis, portalProducts } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { newId } from '@/lib/model/ids';
import {
  type PortalProduct,
  type PortalProductInput,
  type ProductKind,
  portalProductInput,
} from '@/lib/model/portal';
import { apiStageAt } from '../apis/findApiStage';
import { read, write } from '../operation';
import { badRequest, parse } from '../parse';
import { findStageOrNull } from '../stages/findStage';

type ProductRow = typeof portalProducts.$inferSelect;

export const listProducts = read({ name: 'GetPortalProducts', permission: 'viewer' }, async ({ db }) =>
  (
    await db
      .select({ product: portalProducts, protocolType: apis.protocolType })
      .from(portalProducts)
      .leftJoin(apis, eq(apis.apiId, portalProducts.apiId))
      .orderBy(asc(portalProducts.displayName), asc(portalProducts.id))
  ).map(({ product, protocolType }) => toProduct(product, protocolType ?? 'REST')),
);

/** Makes a product (`productId` null) or replaces one. */
export const putProduct = write(
  { name: 'PutPortalProduct', permission: 'editor' },
  async ({ db, now, audit }, productId: string | null, input: PortalProductInput): Promise<PortalProduct> => {
    const { restApiId, ...rest } = parse(portalProductInput, input);
    const id = productId ?? newId(10);
    const kind = await kindOfStage(db, restApiId, rest.stageName);
    const address = kind === 'REST' ? { restApiId, apiId: null } : { restApiId: null, apiId: restApiId };
    const values = { ...rest, ...address, lastModified: now };
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
    return toProduct(row, kind);
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

/** @throws ControlError BadRequestException for a stage that is not there, or serves nothing yet */
async function kindOfStage(db: Db, apiId: string, stageName: string): Promise<ProductKind> {
  if (await findStageOrNull(db, apiId, stageName)) return 'REST';
  const [found] = await db
    .select({ protocolType: apis.protocolType })
    .from(apiStages)
    .innerJoin(apis, eq(apis.apiId, apiStages.apiId))
    .where(and(apiStageAt(apiId, stageName), isNotNull(apiStages.deploymentId)));
  if (found) return found.protocolType;
  throw badRequest({ field: 'stageName', message: 'The API has no such stage: deploy it first' });
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

function toProduct({ restApiId, apiId, ...row }: ProductRow, kind: ProductKind): PortalProduct {
  return { ...row, restApiId: restApiId ?? apiId ?? '', kind, lastModified: row.lastModified.getTime() };
}
