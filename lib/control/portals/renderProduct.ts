import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { portalProducts, productPages, productRestEndpointPages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { SiteEndpoint, SiteProduct } from '@/lib/model/portalSite';
import type { ReadCall } from '../ControlContext';
import { readShown } from '../portal/publishedProducts';
import { stageReference } from '../portal/stageReference';
import { endpointDocument } from './endpointDocument';
import { type EndpointRow, toEndpointPage } from './endpointView';
import type { ProductRow } from './findProduct';
import { servedEndpoint } from './servedEndpoint';
import { isMissing, type ServedStages } from './servedStages';

export interface Rendering extends ReadCall {
  stages: ServedStages;
  isLive: boolean;
}

/** What of a product is in its order, as readers see it. */
export async function renderProduct(rendering: Rendering, product: ProductRow): Promise<SiteProduct> {
  const { overviewPageId, productPageIds, contents } = product.displayOrder;
  const pages = await readPages(rendering.db, product.id);
  const overview = overviewPageId === undefined ? undefined : pages.get(overviewPageId);
  const endpoints = await readEndpoints(rendering.db, product.id);
  const sections = [];
  for (const { sectionName, productRestEndpointPageIds } of contents)
    sections.push({
      sectionName,
      endpoints: await renderEndpoints(rendering, product, endpoints, productRestEndpointPageIds),
    });
  return {
    portalProductId: product.id,
    displayName: product.displayName,
    description: product.description,
    ...(overview && { overview }),
    pages: productPageIds.flatMap((id) => {
      const page = pages.get(id);
      return page ? [{ productPageId: id, ...page }] : [];
    }),
    sections,
    ...(await renderStage(rendering, product)),
  };
}

async function readPages(db: Db, productId: string): Promise<Map<string, { title: string; body: string }>> {
  const { id, title, body } = productPages;
  const rows = await db
    .select({ id, title, body })
    .from(productPages)
    .where(eq(productPages.productId, productId));
  return new Map(rows.map((row) => [row.id, { title: row.title, body: row.body }]));
}

async function readEndpoints(db: Db, productId: string): Promise<Map<string, EndpointRow>> {
  const rows = await db
    .select()
    .from(productRestEndpointPages)
    .where(eq(productRestEndpointPages.productId, productId));
  return new Map(rows.map((row) => [row.id, row]));
}

async function renderEndpoints(
  rendering: Rendering,
  product: ProductRow,
  rows: Map<string, EndpointRow>,
  ids: string[],
): Promise<SiteEndpoint[]> {
  const rendered: SiteEndpoint[] = [];
  for (const id of ids) {
    const row = rows.get(id);
    if (row) rendered.push(await renderEndpoint(rendering, product, row));
  }
  return rendered;
}

async function renderEndpoint(
  { stages, isLive }: Rendering,
  product: ProductRow,
  row: EndpointRow,
): Promise<SiteEndpoint> {
  const found = await servedEndpoint(stages, row);
  if (isMissing(found)) throw failedPage(product, row, found.message);
  const view = toEndpointPage(row, found, () => found.invokeUrl);
  return {
    productRestEndpointPageId: row.id,
    restApiId: row.restApiId,
    stageName: row.stageName,
    method: row.method,
    path: row.path,
    ...(view.operationName !== undefined && { operationName: view.operationName }),
    endpoint: view.endpoint,
    body: view.body,
    invokeUrl: found.invokeUrl,
    openapi: endpointDocument(found),
    tryIt: isLive && view.tryItState === 'ENABLED',
  };
}

const failedPage = ({ displayName }: ProductRow, { id, method, path }: EndpointRow, why: string) =>
  new ControlError(
    'BadRequestException',
    `The page ${method} ${path} (${id}) of product ${displayName} has failed: ${why}. Take it out of its section, or deploy what it is about.`,
  );

/** Of a product that shows a whole stage; its plans and keys are in the catalogue, while it is there. */
async function renderStage(rendering: Rendering, product: ProductRow): Promise<Pick<SiteProduct, 'stage'>> {
  const [found] = await readShown(rendering.db, eq(portalProducts.id, product.id));
  if (!found) return {};
  const { reference } = await stageReference(rendering, found);
  const { slug, published } = product;
  return { stage: { kind: found.kind, ...(published && { slug }), ...reference } };
}
