/** Which page of a portal an address names. */
export type SitePlace =
  | { view: 'home' }
  | { view: 'product'; productId: string }
  | { view: 'page'; productId: string; pageId: string }
  | { view: 'endpoint'; productId: string; endpointId: string }
  | { view: 'reference'; productId: string };

/** @param path below the portal's own address, decoded. @returns undefined for an address of no page */
export function sitePlace(path: readonly string[]): SitePlace | undefined {
  const [products, productId, kind, id, ...more] = path;
  if (products === undefined) return { view: 'home' };
  if (products !== 'products' || !productId || more.length > 0) return undefined;
  if (kind === undefined) return { view: 'product', productId };
  if (kind === 'reference' && id === undefined) return { view: 'reference', productId };
  if (kind === 'pages' && id) return { view: 'page', productId, pageId: id };
  if (kind === 'endpoints' && id) return { view: 'endpoint', productId, endpointId: id };
  return undefined;
}

/** The address of a page. @param base of the portal: '' under a host name of its own */
export function siteHref(base: string, place: SitePlace): string {
  if (place.view === 'home') return base || '/';
  const product = `${base}/products/${encodeURIComponent(place.productId)}`;
  if (place.view === 'page') return `${product}/pages/${encodeURIComponent(place.pageId)}`;
  if (place.view === 'endpoint') return `${product}/endpoints/${encodeURIComponent(place.endpointId)}`;
  return place.view === 'reference' ? `${product}/reference` : product;
}
