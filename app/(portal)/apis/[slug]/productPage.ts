import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isControlError } from '@/lib/model/ControlError';
import type { CataloguePage } from '@/lib/model/portal';
import { control } from '@/lib/runtime/slot';

/** The published product behind a slug, read once a request; the not-found page when there is none. */
export const productPage = cache(async (slug: string): Promise<CataloguePage> => {
  try {
    return await control().portal.page(slug);
  } catch (error) {
    if (isControlError(error)) notFound();
    throw error;
  }
});
