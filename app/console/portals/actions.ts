'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { PortalInput, PortalUpdate } from '@/lib/model/portalSite';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console', 'layout');

export const createPortal = action(async (actor, input: PortalInput) => {
  const portal = await control().portals.create(actor, input);
  refresh();
  return portal;
});

export const updatePortal = action(
  async (actor, { portalId, input }: { portalId: string; input: PortalUpdate }) => {
    const portal = await control().portals.update(actor, portalId, input);
    refresh();
    return portal;
  },
);

export const publishPortal = action(
  async (actor, { portalId, description }: { portalId: string; description?: string }) => {
    const portal = await control().portals.publish(actor, portalId, {
      ...(description && { description }),
    });
    refresh();
    return portal;
  },
);

export const disablePortal = action(async (actor, { portalId }: { portalId: string }) => {
  const portal = await control().portals.disable(actor, portalId);
  refresh();
  return portal;
});

export const previewPortal = action(async (actor, { portalId }: { portalId: string }) => {
  const portal = await control().portals.preview(actor, portalId);
  refresh();
  return portal;
});

/** The page of a portal that is gone must not be rendered again: its button leads away and refreshes there. */
export const deletePortal = action(async (actor, input: { portalId: string }) => {
  await control().portals.delete(actor, input.portalId);
  return input;
});

export const putPortalLogo = action(
  async (
    actor,
    { portalId, logo }: { portalId: string; logo: { contentType: string; body: Uint8Array } | null },
  ) => {
    const portal = await control().portals.putLogo(actor, portalId, logo);
    refresh();
    return portal;
  },
);
