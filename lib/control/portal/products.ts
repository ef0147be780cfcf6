import { and, asc, eq, isNotNull, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiStages, apis, portalProducts, productPages } from '@/db/schema';
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
import { deleteProductRow } from '../portals/deleteProductRow';
import { lockProduct } from '../portals/findProduct';
import { findStageOrNull } from '../stages/findStage';
import { isOverview, writeOverview } from './overview';
import { unknownProduct } from './unknownProduct';

type ProductRow = typeof portalProducts.$inferSelect;

/** Those that show a stage: a product of pages alone has no place in the catalogue. */
export const listProducts = read({ name: 'GetPortalProducts', permission: 'viewer' }, async ({ db }) =>
  (
    await db
      .select({ product: portalProducts, overview: productPages.body, protocolType: apis.protocolType })
      .from(portalProducts)
      .leftJoin(apis, eq(apis.apiId, portalProducts.apiId))
      .leftJoin(productPages, isOverview)
      .where(isNotNull(portalProducts.stageName))
      .orderBy(asc(portalProducts.displayName), asc(portalProducts.id))
  ).map(({ product, overview, protocolType }) => toProduct(product, overview ?? '', protocolType ?? 'REST')),
);

/** Makes a product (`productId` null) or replaces one; its pages stay, but for the overview. */
export const putProduct = write(
  { name: 'PutPortalProduct', permission: 'editor' },
  async (
    { db, ports, audit },
    productId: string | null,
    input: PortalProductInput,
  ): Promise<PortalProduct> => {
    const { restApiId, overview, ...rest } = parse(portalProductInput, input);
    const id = productId === null ? newId(10) : (await lockProduct(db, productId)).id;
    // Behind the lock: whatever is published meanwhile does not have this change, and is older than it.
    const now = new Date(ports.now());
    const kind = await kindOfStage(db, restApiId, rest.stageName);
    const address = kind === 'REST' ? { restApiId, apiId: null } : { restApiId: null, apiId: restApiId };
    const values = { ...rest, ...address, lastModified: now };
    await checkSlug(db, values.slug, id);
    const row =
      productId === null ? await insertProduct(db, id, values) : await updateProduct(db, id, values);
    const displayOrder = await writeOverview(db, now, row, overview);
    await updateProduct(db, id, { displayOrder });
    audit(id, { slug: row.slug, published: row.published });
    return toProduct(row, overview, kind);
  },
);

async function insertProduct(
  db: Db,
  id: string,
  values: Omit<typeof portalProducts.$inferInsert, 'id'>,
): Promise<ProductRow> {
  const [row] = await db
    .insert(portalProducts)
    .values({ id, ...values })
    .returning();
  if (!row) throw unknownProduct();
  return row;
}

async function updateProduct(db: Db, id: string, values: Partial<ProductRow>): Promise<ProductRow> {
  const [row] = await db.update(portalProducts).set(values).where(eq(portalProducts.id, id)).returning();
  if (!row) throw unknownProduct();
  return row;
}

export const deleteProduct = write(
  { name: 'DeletePortalProduct', permission: 'editor' },
  async (call, productId: string): Promise<void> => {
    const { slug } = await deleteProductRow(call, productId);
    call.audit(productId, { slug });
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

function toProduct(row: ProductRow, overview: string, kind: ProductKind): PortalProduct {
  const { id, slug, stageName, displayName, description, published, lastModified } = row;
  return {
    id,
    kind,
    slug,
    restApiId: row.restApiId ?? row.apiId ?? '',
    stageName: stageName ?? '',
    displayName,
    description,
    overview,
    published,
    lastModified: lastModified.getTime(),
  };
}
