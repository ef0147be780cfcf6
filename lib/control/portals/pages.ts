import { and, asc, count, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { portalProducts, productPages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { type ProductPage, type ProductPageInput, productPageInput } from '@/lib/model/portalSite';
import type { WriteCall } from '../ControlContext';
import { freshId } from '../freshIds';
import { read, write } from '../operation';
import { parse } from '../parse';
import { withoutPage } from './displayOrder';
import { findProduct, lockProduct, type ProductRow } from './findProduct';

type PageRow = typeof productPages.$inferSelect;

/** AWS's quota is 40 and can be raised (api-gateway-portal-quotas): a bound that keeps a portal readable. */
export const mostPages = 500;

export const listPages = read(
  { name: 'ListProductPages', permission: 'viewer' },
  async ({ db }, portalProductId: string): Promise<ProductPage[]> => {
    await findProduct(db, portalProductId);
    const rows = await db
      .select()
      .from(productPages)
      .where(eq(productPages.productId, portalProductId))
      .orderBy(asc(productPages.title), asc(productPages.id));
    return rows.map(toPage);
  },
);

export const getPage = read(
  { name: 'GetProductPage', permission: 'viewer' },
  async ({ db }, portalProductId: string, productPageId: string): Promise<ProductPage> => {
    await findProduct(db, portalProductId);
    return toPage(await findPage(db, portalProductId, productPageId));
  },
);

/** A draft, until the display order names it. */
export const createPage = write(
  { name: 'CreateProductPage', permission: 'editor' },
  async ({ db, ports, audit }, portalProductId: string, input: ProductPageInput): Promise<ProductPage> => {
    const values = parse(productPageInput, input);
    const { id: productId } = await lockProduct(db, portalProductId);
    const [made] = await db
      .select({ pages: count() })
      .from(productPages)
      .where(eq(productPages.productId, productId));
    if ((made?.pages ?? 0) >= mostPages)
      throw new ControlError('LimitExceededException', `A product has at most ${mostPages} pages`);
    const id = await freshId(db, productPages, productPages.id, 10);
    const row = { id, productId, ...values, lastModified: new Date(ports.now()) };
    await db.insert(productPages).values(row);
    audit(id, { portalProductId: productId, title: values.title });
    return toPage(row);
  },
);

export const updatePage = write(
  { name: 'UpdateProductPage', permission: 'editor' },
  async (
    { db, ports, audit },
    portalProductId: string,
    productPageId: string,
    input: ProductPageInput,
  ): Promise<ProductPage> => {
    const values = parse(productPageInput, input);
    await lockProduct(db, portalProductId);
    const before = await findPage(db, portalProductId, productPageId);
    const row = { ...before, ...values, lastModified: new Date(ports.now()) };
    await db.update(productPages).set(row).where(eq(productPages.id, productPageId));
    audit(productPageId, { portalProductId, title: values.title });
    return toPage(row);
  },
);

export const deletePage = write(
  { name: 'DeleteProductPage', permission: 'editor' },
  async (call, portalProductId: string, productPageId: string): Promise<void> => {
    const product = await lockProduct(call.db, portalProductId);
    const { title } = await findPage(call.db, portalProductId, productPageId);
    await takeOutOfOrder(call, product, productPageId);
    await call.db.delete(productPages).where(eq(productPages.id, productPageId));
    call.audit(productPageId, { portalProductId, title });
  },
);

/** The product is modified where it showed the page; a draft's end changes nothing of it. */
export async function takeOutOfOrder(
  { db, ports }: WriteCall,
  product: ProductRow,
  id: string,
): Promise<void> {
  const { displayOrder: order } = product;
  const shown = [
    order.overviewPageId,
    ...order.productPageIds,
    ...order.contents.flatMap((section) => section.productRestEndpointPageIds),
  ];
  if (!shown.includes(id)) return;
  const values = { displayOrder: withoutPage(order, id), lastModified: new Date(ports.now()) };
  await db.update(portalProducts).set(values).where(eq(portalProducts.id, product.id));
}

async function findPage(db: Db, productId: string, id: string): Promise<PageRow> {
  const [row] = await db
    .select()
    .from(productPages)
    .where(and(eq(productPages.productId, productId), eq(productPages.id, id)));
  if (row) return row;
  throw new ControlError('NotFoundException', 'Invalid product page specified');
}

const toPage = ({ id, title, body, lastModified }: PageRow): ProductPage => ({
  productPageId: id,
  title,
  body,
  lastModified: lastModified.getTime(),
});
