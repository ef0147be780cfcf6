import type { Control } from '@/lib/control/control';
import type { PortalProductInput } from '@/lib/model/portal';
import type { EndpointPage, Product, ProductPage } from '@/lib/model/portalSite';
import type { Actor } from '@/lib/model/role';
import { replaceId } from './displayOrder';

/** Everything of a product, to bring it back after it was deleted. */
export interface WholeProduct {
  product: Product;
  pages: ProductPage[];
  endpoints: EndpointPage[];
  sharingPolicy?: string;
  /** of a product that shows a whole stage */
  stage?: PortalProductInput;
}

export async function readWholeProduct(
  { portals, portal }: Control,
  actor: Actor,
  portalProductId: string,
): Promise<WholeProduct> {
  const product = await portals.products.get(actor, portalProductId);
  const pages = await portals.pages.list(actor, portalProductId);
  const endpoints = await portals.endpointPages.list(actor, portalProductId);
  const sharingPolicy = await portals.products.sharingPolicy(actor, portalProductId);
  const shown = product.stage
    ? (await portal.products(actor)).find(({ id }) => id === portalProductId)
    : undefined;
  return {
    product,
    pages,
    endpoints,
    ...(sharingPolicy !== undefined && { sharingPolicy }),
    ...(shown && { stage: stageInput(shown) }),
  };
}

/** Its overview page is written with the other pages. */
const stageInput = ({
  restApiId,
  stageName,
  slug,
  displayName,
  description,
  published,
}: PortalProductInput) => ({
  restApiId,
  stageName,
  slug,
  displayName,
  ...(description !== undefined && { description }),
  ...(published !== undefined && { published }),
});

/**
 * Under new ids. An endpoint whose stage does not serve it any more cannot be added to a product, so it does not come
 * back.
 */
export async function writeWholeProduct(
  { portals, portal }: Control,
  actor: Actor,
  { product, pages, endpoints, sharingPolicy, stage }: WholeProduct,
): Promise<Product> {
  const { displayName, description } = product;
  const id = stage
    ? (await portal.putProduct(actor, null, stage)).id
    : (await portals.products.create(actor, { displayName, description })).portalProductId;
  let displayOrder = product.displayOrder;
  for (const { productPageId, title, body } of pages) {
    const made = await portals.pages.create(actor, id, { title, body });
    displayOrder = replaceId(displayOrder, productPageId, made.productPageId);
  }
  for (const endpoint of endpoints) {
    const {
      productRestEndpointPageId: old,
      status,
      restApiId,
      stageName,
      path,
      method,
      overrides,
    } = endpoint;
    if (status === 'FAILED') {
      displayOrder = withoutEndpoint(displayOrder, old);
      continue;
    }
    const made = await portals.endpointPages.create(actor, id, {
      restApiId,
      stageName,
      path,
      method,
      overrides,
      tryItState: endpoint.tryItState === 'DISABLED' ? 'DISABLED' : 'ENABLED',
    });
    displayOrder = replaceId(displayOrder, old, made.productRestEndpointPageId);
  }
  if (sharingPolicy !== undefined) await portals.products.putSharingPolicy(actor, id, sharingPolicy);
  return portals.products.update(actor, id, { displayOrder });
}

const withoutEndpoint = (order: Product['displayOrder'], id: string): Product['displayOrder'] => ({
  ...order,
  contents: order.contents.map((section) => ({
    ...section,
    productRestEndpointPageIds: section.productRestEndpointPageIds.filter((each) => each !== id),
  })),
});
