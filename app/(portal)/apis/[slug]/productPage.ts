import { notFound } from 'next/navigation';
import { cache } from 'react';
import { withPathProse } from '@/components/portal/operations';
import { isControlError } from '@/lib/model/ControlError';
import type { CataloguePage } from '@/lib/model/portal';
import { control } from '@/lib/runtime/slot';

/** The published product behind a slug, read once a request; the not-found page when there is none. */
export const productPage = cache(async (slug: string): Promise<CataloguePage> => {
  try {
    const page = await control().portal.page(slug);
    return page.openapi ? { ...page, openapi: withPathProse(page.openapi) } : page;
  } catch (error) {
    if (isControlError(error)) notFound();
    throw error;
  }
});
