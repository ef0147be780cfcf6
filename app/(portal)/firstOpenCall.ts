import { easiestCall, operations } from '@/components/portal/operations';
import { isControlError } from '@/lib/model/ControlError';
import type { CatalogueEntry, CataloguePage } from '@/lib/model/portal';
import { control } from '@/lib/runtime/slot';

export interface OpenCall {
  slug: string;
  displayName: string;
  path: string;
  url: string;
}

/** Reading a page means reading a whole definition: the front page looks at no more than these. */
const mostLookedAt = 5;

/** A call that anybody can make now: of the first APIs the first with a GET that needs neither key nor parameter. */
export async function firstOpenCall(entries: readonly CatalogueEntry[]): Promise<OpenCall | null> {
  for (const { slug } of entries.slice(0, mostLookedAt)) {
    const page = await pageOf(slug);
    const call = page?.openapi && easiestCall(operations(page.openapi));
    if (page && call && call.credentials.length === 0)
      return { slug, displayName: page.displayName, path: call.path, url: page.invokeUrl + call.path };
  }
  return null;
}

/** Unpublished since the catalogue was read: null. */
async function pageOf(slug: string): Promise<CataloguePage | null> {
  try {
    return await control().portal.page(slug);
  } catch (error) {
    if (isControlError(error)) return null;
    throw error;
  }
}
