import { asc, count, eq } from 'drizzle-orm';
import { apis, portalProducts } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import {
  type Product,
  type ProductInput,
  type ProductUpdate,
  productInput,
  productUpdate,
} from '@/lib/model/portalSite';
import type { WriteCall } from '../ControlContext';
import { freshId } from '../freshIds';
import { read, write } from '../operation';
import { parse } from '../parse';
import { putTags } from '../tags/putTags';
import { deleteProductRow } from './deleteProductRow';
import { checkDisplayOrder } from './displayOrder';
import { findProduct, lockProduct, type ProductRow, productKind, toProduct } from './findProduct';
import { productArn } from './portalArns';

/** AWS's own (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-portal-quotas.html). */
const mostProducts = 500;

export const listProducts = read({ name: 'ListPortalProducts', permission: 'viewer' }, async ({ db }) => {
  const rows = await db
    .select({ product: portalProducts, protocolType: apis.protocolType })
    .from(portalProducts)
    .leftJoin(apis, eq(apis.apiId, portalProducts.apiId))
    .orderBy(asc(portalProducts.displayName), asc(portalProducts.id));
  return rows.map(({ product, protocolType }) =>
    toProduct(product, product.restApiId === null ? (protocolType ?? undefined) : 'REST'),
  );
});

export const getProduct = read(
  { name: 'GetPortalProduct', permission: 'viewer' },
  async ({ db }, portalProductId: string): Promise<Product> => {
    const row = await findProduct(db, portalProductId);
    return toProduct(row, await productKind(db, row));
  },
);

/** Made of pages alone; the console gives it a stage. Its address in the catalogue is its id until then. */
export const createProduct = write(
  { name: 'CreatePortalProduct', permission: 'editor' },
  async (call, input: ProductInput): Promise<Product> => {
    const { tags, ...values } = parse(productInput, input);
    const { db, now } = call;
    const [made] = await db.select({ products: count() }).from(portalProducts);
    if ((made?.products ?? 0) >= mostProducts)
      throw new ControlError('LimitExceededException', `There are at most ${mostProducts} portal products`);
    const id = await freshId(db, portalProducts, portalProducts.id, 10);
    const [row] = await db
      .insert(portalProducts)
      .values({ id, slug: id, ...values, published: false, lastModified: now })
      .returning();
    if (!row) throw new Error('The product was not written');
    await putTags(call, productArn(call.ports.config, id), tags);
    call.audit(id, { displayName: values.displayName });
    return toProduct(row, undefined);
  },
);

/** What is left out stays; a display order is replaced as a whole. */
export const updateProduct = write(
  { name: 'UpdatePortalProduct', permission: 'editor' },
  async ({ db, ports, audit }, portalProductId: string, input: ProductUpdate): Promise<Product> => {
    const { displayName, description, displayOrder } = parse(productUpdate, input);
    const before = await lockProduct(db, portalProductId);
    if (displayOrder) await checkDisplayOrder(db, portalProductId, displayOrder);
    const [row = before] = await db
      .update(portalProducts)
      .set({
        ...(displayName !== undefined && { displayName }),
        ...(description !== undefined && { description }),
        ...(displayOrder && { displayOrder }),
        lastModified: new Date(ports.now()),
      })
      .where(eq(portalProducts.id, portalProductId))
      .returning();
    audit(portalProductId, { displayName: row.displayName, ...(displayOrder && { displayOrder }) });
    return toProduct(row, await productKind(db, row));
  },
);

export const deleteProduct = write(
  { name: 'DeletePortalProduct', permission: 'editor' },
  async (call: WriteCall, portalProductId: string): Promise<void> => {
    const { displayName }: ProductRow = await deleteProductRow(call, portalProductId);
    call.audit(portalProductId, { displayName });
  },
);
