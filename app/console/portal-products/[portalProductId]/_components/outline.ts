import type { DisplayOrder, EndpointPage, ProductPage } from '@/lib/model/portalSite';

/** A product's pages and endpoints by where they stand; drafts stand nowhere, so no portal shows them. */
export interface Outline {
  overview?: ProductPage;
  pages: ProductPage[];
  draftPages: ProductPage[];
  sections: { sectionName: string; endpoints: EndpointPage[] }[];
  draftEndpoints: EndpointPage[];
}

export function outlineOf(
  order: DisplayOrder,
  pages: readonly ProductPage[],
  endpoints: readonly EndpointPage[],
): Outline {
  const pageOf = (id: string) => pages.find(({ productPageId }) => productPageId === id);
  const endpointOf = (id: string) =>
    endpoints.find(({ productRestEndpointPageId }) => productRestEndpointPageId === id);
  const overview = order.overviewPageId === undefined ? undefined : pageOf(order.overviewPageId);
  const placed = new Set([order.overviewPageId, ...order.productPageIds]);
  const inSections = new Set(order.contents.flatMap((section) => section.productRestEndpointPageIds));
  return {
    ...(overview && { overview }),
    pages: order.productPageIds.flatMap((id) => pageOf(id) ?? []),
    draftPages: pages.filter(({ productPageId }) => !placed.has(productPageId)),
    sections: order.contents.map(({ sectionName, productRestEndpointPageIds }) => ({
      sectionName,
      endpoints: productRestEndpointPageIds.flatMap((id) => endpointOf(id) ?? []),
    })),
    draftEndpoints: endpoints.filter(
      ({ productRestEndpointPageId }) => !inSections.has(productRestEndpointPageId),
    ),
  };
}

/** What is open where the address names nothing: the first thing that readers see, else the first draft. */
export function firstOf({ overview, pages, draftPages, sections, draftEndpoints }: Outline): string {
  const page = overview ?? pages[0];
  if (page) return `page:${page.productPageId}`;
  const endpoint = sections.flatMap(({ endpoints }) => endpoints)[0];
  if (endpoint) return `endpoint:${endpoint.productRestEndpointPageId}`;
  if (draftPages[0]) return `page:${draftPages[0].productPageId}`;
  return draftEndpoints[0] ? `endpoint:${draftEndpoints[0].productRestEndpointPageId}` : '';
}

export const endpointName = ({ operationName, path }: EndpointPage): string => operationName ?? path;
