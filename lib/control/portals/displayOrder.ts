import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { productPages, productRestEndpointPages } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import type { DisplayOrder } from '@/lib/model/portalSite';
import { badRequest } from '../parse';

/** @throws ControlError BadRequestException for a page of another product, and for one that is named twice */
export async function checkDisplayOrder(db: Db, productId: string, order: DisplayOrder): Promise<void> {
  const pages = await db
    .select({ id: productPages.id })
    .from(productPages)
    .where(eq(productPages.productId, productId));
  const endpoints = await db
    .select({ id: productRestEndpointPages.id })
    .from(productRestEndpointPages)
    .where(eq(productRestEndpointPages.productId, productId));
  const wrong = [...wrongAmong(pages, placedPages(order)), ...wrongAmong(endpoints, placedEndpoints(order))];
  if (wrong.length > 0) throw badRequest(...wrong);
}

/** An order without one page, wherever it stands; a section stays when it becomes empty. */
export function withoutPage(order: DisplayOrder, id: string): DisplayOrder {
  const { overviewPageId, productPageIds, contents } = order;
  const others = (ids: string[]) => ids.filter((each) => each !== id);
  return {
    ...(overviewPageId !== undefined && overviewPageId !== id && { overviewPageId }),
    productPageIds: others(productPageIds),
    contents: contents.map((section) => ({
      ...section,
      productRestEndpointPageIds: others(section.productRestEndpointPageIds),
    })),
  };
}

interface Placed {
  field: string;
  id: string;
}

const placedPages = ({ overviewPageId, productPageIds }: DisplayOrder): Placed[] => [
  ...(overviewPageId === undefined ? [] : [{ field: 'displayOrder.overviewPageId', id: overviewPageId }]),
  ...productPageIds.map((id, index) => ({ field: `displayOrder.productPageIds.${index}`, id })),
];

const placedEndpoints = ({ contents }: DisplayOrder): Placed[] =>
  contents.flatMap(({ productRestEndpointPageIds }, section) =>
    productRestEndpointPageIds.map((id, index) => ({
      field: `displayOrder.contents.${section}.productRestEndpointPageIds.${index}`,
      id,
    })),
  );

function wrongAmong(own: { id: string }[], placed: Placed[]): FieldError[] {
  const known = new Set(own.map(({ id }) => id));
  const seen = new Set<string>();
  return placed.flatMap(({ field, id }) => {
    if (!known.has(id)) return [{ field, message: `The product has no such page: ${id.slice(0, 80)}` }];
    if (seen.has(id)) return [{ field, message: `Page ${id} is named twice` }];
    seen.add(id);
    return [];
  });
}
