import type { DisplayOrder } from '@/lib/model/portalSite';

/** Where a product page stands; a draft stands nowhere. */
export type PagePlace = 'overview' | 'draft' | number;

const without = (ids: readonly string[], id: string) => ids.filter((each) => each !== id);

/** The page at its new place. A former overview page becomes the first of the pages. */
export function placePage(order: DisplayOrder, id: string, place: PagePlace): DisplayOrder {
  const { overviewPageId: overview, contents } = order;
  const others = without(order.productPageIds, id);
  const kept = overview !== undefined && overview !== id ? { overviewPageId: overview } : {};
  if (place === 'draft') return { ...kept, productPageIds: others, contents };
  if (place !== 'overview')
    return { ...kept, productPageIds: [...others.slice(0, place), id, ...others.slice(place)], contents };
  const former = kept.overviewPageId === undefined ? [] : [kept.overviewPageId];
  return { overviewPageId: id, productPageIds: [...former, ...others], contents };
}

/** The endpoint at a place of a section, counted without itself; null: a draft. */
export function placeEndpoint(
  order: DisplayOrder,
  id: string,
  place: { section: number; index: number } | null,
): DisplayOrder {
  return {
    ...order,
    contents: order.contents.map((section, at) => {
      const others = without(section.productRestEndpointPageIds, id);
      const index = place?.section === at ? place.index : undefined;
      return {
        ...section,
        productRestEndpointPageIds:
          index === undefined ? others : [...others.slice(0, index), id, ...others.slice(index)],
      };
    }),
  };
}

/** At the end of the first section of that name, or of a new one. */
export function appendToSection(order: DisplayOrder, sectionName: string, ids: string[]): DisplayOrder {
  const { contents } = order;
  const at = contents.findIndex((section) => section.sectionName === sectionName);
  if (at === -1)
    return { ...order, contents: [...contents, { sectionName, productRestEndpointPageIds: ids }] };
  return {
    ...order,
    contents: contents.map((section, index) =>
      index === at
        ? { ...section, productRestEndpointPageIds: [...section.productRestEndpointPageIds, ...ids] }
        : section,
    ),
  };
}

export const renameSection = (order: DisplayOrder, at: number, sectionName: string): DisplayOrder => ({
  ...order,
  contents: order.contents.map((section, index) => (index === at ? { ...section, sectionName } : section)),
});

/** Its endpoints become drafts. */
export const removeSection = (order: DisplayOrder, at: number): DisplayOrder => ({
  ...order,
  contents: order.contents.filter((_, index) => index !== at),
});

/** One up or down; at the end it stays. */
export function stepSection(order: DisplayOrder, at: number, direction: 1 | -1): DisplayOrder {
  const contents = [...order.contents];
  const [section] = contents.splice(at, 1);
  const to = at + direction;
  if (!section || to < 0 || to > contents.length) return order;
  contents.splice(to, 0, section);
  return { ...order, contents };
}

/** For a page that was made again under another id. */
export function replaceId(order: DisplayOrder, id: string, newId: string): DisplayOrder {
  const renewed = (each: string) => (each === id ? newId : each);
  return {
    ...(order.overviewPageId !== undefined && { overviewPageId: renewed(order.overviewPageId) }),
    productPageIds: order.productPageIds.map(renewed),
    contents: order.contents.map((section) => ({
      ...section,
      productRestEndpointPageIds: section.productRestEndpointPageIds.map(renewed),
    })),
  };
}
