import { eq } from 'drizzle-orm';
import { portals } from '@/db/schema';
import type { Portal } from '@/lib/model/portalSite';
import { write } from '../operation';
import { lockPortal, readPortal } from './findPortal';
import { logoMembers, toLogo } from './toLogo';

/** AWS's console uploads to S3 first; ours is told the bytes. */
export const putLogo = write(
  { name: 'PutPortalLogo', permission: 'editor' },
  async (call, portalId: string, logo: { contentType: string; body: Uint8Array } | null): Promise<Portal> => {
    const value = logo === null ? null : toLogo(logo.body, 'logo', logo.contentType);
    await lockPortal(call.db, portalId);
    const lastModified = new Date(call.ports.now());
    await call.db
      .update(portals)
      .set({ ...logoMembers(value, lastModified), lastModified })
      .where(eq(portals.id, portalId));
    call.audit(portalId, { logo: logo === null ? 'removed' : logo.contentType });
    return readPortal(call, portalId);
  },
);
