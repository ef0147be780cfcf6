import type { PortalSite, SiteEndpoint, SitePage, SiteProduct } from '@/lib/model/portalSite';
import type { SitePlace } from './sitePlace';

/** What of a portal a place names; at home none of it. */
export interface FoundPlace {
  /** of the browser's tab */
  title: string;
  product?: SiteProduct;
  page?: SitePage;
  endpoint?: SiteEndpoint;
  stage?: NonNullable<SiteProduct['stage']>;
}

/** @returns undefined for what the portal does not show */
export function findPlace(site: PortalSite, place: SitePlace): FoundPlace | undefined {
  if (place.view === 'home') return { title: site.displayName };
  const product = site.products.find(({ portalProductId }) => portalProductId === place.productId);
  const part = product && partOf(product, place);
  return part && { ...part, product };
}

function partOf(product: SiteProduct, place: Exclude<SitePlace, { view: 'home' }>): FoundPlace | undefined {
  if (place.view === 'product') return { title: product.displayName };
  if (place.view === 'reference')
    return product.stage && { title: `Reference of ${product.displayName}`, stage: product.stage };
  if (place.view === 'page') {
    const page = product.pages.find(({ productPageId }) => productPageId === place.pageId);
    return page && { title: page.title, page };
  }
  const endpoint = endpointsOf(product).find((each) => each.productRestEndpointPageId === place.endpointId);
  return endpoint && { title: endpoint.operationName || `${endpoint.method} ${endpoint.path}`, endpoint };
}

export const endpointsOf = ({ sections }: SiteProduct): SiteEndpoint[] =>
  sections.flatMap(({ endpoints }) => endpoints);
