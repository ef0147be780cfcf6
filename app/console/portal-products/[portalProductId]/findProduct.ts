import { notFound } from 'next/navigation';
import { cache } from 'react';
import { canEdit } from '@/app/console/canEdit';
import { requireConsole } from '@/app/currentActor';
import { isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** The product of the address, with the actor who asks and the portals that include it; read once a request. */
export const findProduct = cache(async (portalProductId: string) => {
  const actor = await requireConsole();
  try {
    const [product, portals] = await Promise.all([
      control().portals.products.get(actor, portalProductId),
      control().portals.list(actor),
    ]);
    const including = portals
      .filter(({ portalProductIds }) => portalProductIds.includes(portalProductId))
      .map(({ portalId, portalContent, publishStatus, isChanged }) => ({
        portalId,
        name: portalContent.displayName,
        isPublished: publishStatus === 'PUBLISHED',
        isChanged,
      }));
    return { actor, product, including, editable: canEdit(actor) };
  } catch (error) {
    if (isControlError(error) && error.code === 'NotFoundException') notFound();
    throw error;
  }
});
export type IncludingPortal = Awaited<ReturnType<typeof findProduct>>['including'][number];
