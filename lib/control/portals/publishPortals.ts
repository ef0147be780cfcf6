import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { portals } from '@/db/schema';
import type { Portal } from '@/lib/model/portalSite';
import { write } from '../operation';
import { parse } from '../parse';
import { lockIncluded, lockPortal, readPortal } from './findPortal';
import { renderSite } from './renderSite';

const publication = z.object({
  description: z.string().max(1024, 'A description has at most 1,024 characters').optional(),
});

/** AWS's previews end too; ours tell when. */
const previewMilliseconds = 3_600_000;

/** Products that have gone are forgotten; those that are there are not changed meanwhile. */
export const publishPortal = write(
  { name: 'PublishPortal', permission: 'editor' },
  async (call, portalId: string, input: { description?: string } = {}): Promise<Portal> => {
    const { description = null } = parse(publication, input);
    const { portalProductIds: wanted } = await lockPortal(call.db, portalId);
    const portalProductIds = await lockIncluded(call.db, wanted);
    const published = await renderSite(call, portalId, portalProductIds, true);
    const lastPublished = new Date(call.ports.now());
    await call.db
      .update(portals)
      .set({ published, lastPublished, lastPublishedDescription: description, portalProductIds })
      .where(eq(portals.id, portalId));
    call.audit(portalId, { ...(description !== null && { description }), products: portalProductIds.length });
    return readPortal(call, portalId);
  },
);

export const disablePortal = write(
  { name: 'DisablePortal', permission: 'editor' },
  async (call, portalId: string): Promise<Portal> => {
    const { isPublished } = await lockPortal(call.db, portalId);
    await call.db.update(portals).set({ published: null }).where(eq(portals.id, portalId));
    call.audit(portalId, { wasPublished: isPublished });
    return readPortal(call, portalId);
  },
);

/** Takes the place of the preview before it, whose address ends. */
export const previewPortal = write(
  { name: 'PreviewPortal', permission: 'editor' },
  async (call, portalId: string): Promise<Portal> => {
    const { db, ports } = call;
    const { portalProductIds } = await lockPortal(db, portalId);
    const preview = await renderSite(call, portalId, await lockIncluded(db, portalProductIds), false);
    const token = randomBytes(16).toString('base64url');
    const previewExpiresAt = new Date(ports.now() + previewMilliseconds);
    const previewTokenSealed = ports.secrets.encrypt(token);
    await db
      .update(portals)
      .set({ preview, previewTokenHash: hashOf(token), previewTokenSealed, previewExpiresAt })
      .where(eq(portals.id, portalId));
    call.audit(portalId, { expiresAt: previewExpiresAt.toISOString() });
    return readPortal(call, portalId);
  },
);

/** 128 random bits need no salt. @returns hex */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
