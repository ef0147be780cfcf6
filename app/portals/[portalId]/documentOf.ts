import { endpointsOf } from '@/components/portal/site/findPlace';
import type { PortalSite } from '@/lib/model/portalSite';

/** The OpenAPI document of an endpoint's page or of a product; undefined where the portal shows none. */
export function documentOf({ products }: PortalSite, id: string): Record<string, unknown> | undefined {
  const product = products.find(({ portalProductId }) => portalProductId === id);
  if (product) return product.stage?.openapi;
  return products.flatMap(endpointsOf).find((each) => each.productRestEndpointPageId === id)?.openapi;
}
