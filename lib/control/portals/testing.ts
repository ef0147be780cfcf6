/** A shop's REST API, its product with pages, and a portal that includes it, made through the operations. */
import type { EndpointPageInput, Portal, PortalInput } from '@/lib/model/portalSite';
import type { Control } from '../control';
import { editor } from '../testControl';

const backend = { type: 'http_proxy', httpMethod: 'GET', uri: 'http://secret-backend.example/pets' };
const operation = (members: object = {}) => ({
  responses: { 200: { description: 'OK' } },
  'x-amazon-apigateway-integration': backend,
  ...members,
});
const answers = (model: string) => ({
  responses: {
    200: {
      description: 'OK',
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${model}` } } },
    },
  },
});

const shop = {
  openapi: '3.0.1',
  info: { title: 'internal name', version: '1.2' },
  paths: {
    '/pets': {
      get: operation({ operationId: 'listPets', summary: 'Lists pets', ...answers('Pet') }),
      post: operation({ security: [{ api_key: [] }] }),
    },
    '/pets/{petId}': { get: operation() },
    '/pets/mine': { get: operation() },
    '/any': { get: operation(), 'x-amazon-apigateway-any-method': operation({ operationId: 'all' }) },
    '/files/{proxy+}': { get: operation(), delete: operation() },
    '/files/new': { get: operation() },
  },
  components: {
    schemas: {
      Pet: {
        type: 'object',
        properties: {
          zoo: { type: 'string' },
          id: { type: 'integer' },
          owner: { $ref: '#/components/schemas/Owner' },
        },
      },
      Owner: { type: 'object', properties: { name: { type: 'string' } } },
      Order: { type: 'object' },
    },
    securitySchemes: { api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' } },
  },
};

/** Deployed to `prod`. @returns its id */
export async function shopApi(control: Control): Promise<string> {
  const { restApi } = await control.restApis.import(editor, { document: JSON.stringify(shop) });
  if (!restApi) throw new Error('The test API was not imported');
  await control.deployments.create(editor, restApi.id, { stageName: 'prod' });
  return restApi.id;
}

export const theme = {
  customColors: {
    accentColor: '#0f62fe',
    backgroundColor: '#ffffff',
    errorValidationColor: '#da1e28',
    headerColor: '#161616',
    navigationColor: '#f4f4f4',
    textColor: '#161616',
  },
};

export const portalOf = (
  portalProductIds: string[] = [],
  members: Partial<PortalInput> = {},
): PortalInput => ({
  authorization: { none: {} },
  endpointConfiguration: { none: {} },
  portalContent: { displayName: 'Developers', description: 'For everybody', theme },
  portalProductIds,
  ...members,
});

export interface Shop {
  restApiId: string;
  productId: string;
  overviewId: string;
  limitsId: string;
  draftId: string;
  listId: string;
  portal: Portal;
}

/** A product whose order has an overview, a page and a section with GET /pets; and a draft. */
export async function openShop(control: Control): Promise<Shop> {
  const restApiId = await shopApi(control);
  const { portalProductId: productId } = await control.portals.products.create(editor, {
    displayName: 'Pets',
  });
  const page = async (title: string) =>
    (await control.portals.pages.create(editor, productId, { title, body: `# ${title}` })).productPageId;
  const [overviewId, limitsId, draftId] = [await page('Overview'), await page('Limits'), await page('Draft')];
  const listId = await endpoint(control, productId, { restApiId, path: '/pets', method: 'GET' });
  await control.portals.products.update(editor, productId, {
    displayOrder: {
      overviewPageId: overviewId,
      productPageIds: [limitsId],
      contents: [{ sectionName: 'Reading', productRestEndpointPageIds: [listId] }],
    },
  });
  const portal = await control.portals.create(editor, portalOf([productId]));
  return { restApiId, productId, overviewId, limitsId, draftId, listId, portal };
}

/** @returns the page's id */
export async function endpoint(
  control: Control,
  productId: string,
  input: Omit<EndpointPageInput, 'stageName'>,
): Promise<string> {
  const page = await control.portals.endpointPages.create(editor, productId, { stageName: 'prod', ...input });
  return page.productRestEndpointPageId;
}
