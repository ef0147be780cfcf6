import { and, asc, count, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { productRestEndpointPages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import {
  type EndpointPage,
  type EndpointPageInput,
  type EndpointPageUpdate,
  endpointPageInput,
  endpointPageUpdate,
} from '@/lib/model/portalSite';
import type { ReadCall } from '../ControlContext';
import { freshId } from '../freshIds';
import { read, write } from '../operation';
import { badRequest, parse } from '../parse';
import { stageUrl } from '../stages/findStage';
import { type EndpointRow, toEndpointPage } from './endpointView';
import { findProduct, lockProduct } from './findProduct';
import { mostPages, takeOutOfOrder } from './pages';
import { type EndpointAddress, servedEndpoint } from './servedEndpoint';
import { isMissing, servedStages } from './servedStages';

export const listEndpointPages = read(
  { name: 'ListProductRestEndpointPages', permission: 'viewer' },
  async (call, portalProductId: string): Promise<EndpointPage[]> => {
    await findProduct(call.db, portalProductId);
    const { restApiId, stageName, path, method } = productRestEndpointPages;
    const rows = await call.db
      .select()
      .from(productRestEndpointPages)
      .where(eq(productRestEndpointPages.productId, portalProductId))
      .orderBy(asc(path), asc(method), asc(restApiId), asc(stageName));
    return readViews(call, rows);
  },
);

export const getEndpointPage = read(
  { name: 'GetProductRestEndpointPage', permission: 'viewer' },
  async (call, portalProductId: string, pageId: string): Promise<EndpointPage> => {
    await findProduct(call.db, portalProductId);
    return readView(call, await findEndpointPage(call.db, portalProductId, pageId));
  },
);

/** A draft, until a section of the display order names it. */
export const createEndpointPage = write(
  { name: 'CreateProductRestEndpointPage', permission: 'editor' },
  async (call, portalProductId: string, input: EndpointPageInput): Promise<EndpointPage> => {
    const { db, ports, audit } = call;
    const values = parse(endpointPageInput, input);
    const { id: productId } = await lockProduct(db, portalProductId);
    const found = await servedEndpoint(servedStages(call), values);
    if (isMissing(found)) throw badRequest(found);
    await refuseSecond(db, productId, values);
    const id = await freshId(db, productRestEndpointPages, productRestEndpointPages.id, 10);
    const row = { id, productId, ...values, lastModified: new Date(ports.now()) };
    await db.insert(productRestEndpointPages).values(row);
    const { restApiId, stageName, path, method } = values;
    audit(id, { portalProductId: productId, restApiId, stageName, path, method });
    return readView(call, row);
  },
);

/** What is left out stays; overrides are replaced as a whole. */
export const updateEndpointPage = write(
  { name: 'UpdateProductRestEndpointPage', permission: 'editor' },
  async (call, portalProductId: string, pageId: string, input: EndpointPageUpdate): Promise<EndpointPage> => {
    const { db, ports, audit } = call;
    const { overrides, tryItState } = parse(endpointPageUpdate, input);
    await lockProduct(db, portalProductId);
    const before = await findEndpointPage(db, portalProductId, pageId);
    const row = {
      ...before,
      ...(overrides !== undefined && { overrides }),
      ...(tryItState !== undefined && { tryItState }),
      lastModified: new Date(ports.now()),
    };
    await db.update(productRestEndpointPages).set(row).where(eq(productRestEndpointPages.id, pageId));
    audit(pageId, {
      portalProductId,
      overrides: Object.keys(row.overrides ?? {}),
      tryItState: row.tryItState,
    });
    return readView(call, row);
  },
);

export const deleteEndpointPage = write(
  { name: 'DeleteProductRestEndpointPage', permission: 'editor' },
  async (call, portalProductId: string, pageId: string): Promise<void> => {
    const product = await lockProduct(call.db, portalProductId);
    const { path, method } = await findEndpointPage(call.db, portalProductId, pageId);
    await takeOutOfOrder(call, product, pageId);
    await call.db.delete(productRestEndpointPages).where(eq(productRestEndpointPages.id, pageId));
    call.audit(pageId, { portalProductId, path, method });
  },
);

/** Each stage is read once. */
export async function readViews(call: ReadCall, rows: EndpointRow[]): Promise<EndpointPage[]> {
  const stages = servedStages(call);
  const { gatewayUrl } = call.ports.config;
  const urlOf = (restApiId: string, stageName: string) => stageUrl(gatewayUrl, restApiId, stageName);
  const views: EndpointPage[] = [];
  for (const row of rows) views.push(toEndpointPage(row, await servedEndpoint(stages, row), urlOf));
  return views;
}

async function readView(call: ReadCall, row: EndpointRow): Promise<EndpointPage> {
  const [view] = await readViews(call, [row]);
  return view ?? unknownEndpointPage();
}

async function refuseSecond(db: Db, productId: string, at: EndpointAddress): Promise<void> {
  const ofProduct = eq(productRestEndpointPages.productId, productId);
  const [made] = await db.select({ pages: count() }).from(productRestEndpointPages).where(ofProduct);
  if ((made?.pages ?? 0) >= mostPages)
    throw new ControlError('LimitExceededException', `A product has at most ${mostPages} endpoint pages`);
  const { restApiId, stageName, path, method } = productRestEndpointPages;
  const same = and(
    ofProduct,
    eq(restApiId, at.restApiId),
    eq(stageName, at.stageName),
    eq(path, at.path),
    eq(method, at.method),
  );
  const [other] = await db
    .select({ id: productRestEndpointPages.id })
    .from(productRestEndpointPages)
    .where(same);
  if (!other) return;
  throw badRequest({ field: 'path', message: `The product has a page of this endpoint: ${other.id}` });
}

async function findEndpointPage(db: Db, productId: string, id: string): Promise<EndpointRow> {
  const [row] = await db
    .select()
    .from(productRestEndpointPages)
    .where(and(eq(productRestEndpointPages.productId, productId), eq(productRestEndpointPages.id, id)));
  return row ?? unknownEndpointPage();
}

function unknownEndpointPage(): never {
  throw new ControlError('NotFoundException', 'Invalid product REST endpoint page specified');
}
