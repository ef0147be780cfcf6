import { eq } from 'drizzle-orm';
import { portals } from '@/db/schema';
import type { Portal } from '@/lib/model/portalSite';
import { write } from '../operation';
import { badRequest } from '../parse';
import { lockPortal, readPortal } from './findPortal';
import { logoMembers } from './writePortals';

const largest = 1024 * 1024;

/** How the bytes of each type begin. */
const begins: Record<string, (bytes: Buffer) => boolean> = {
  'image/png': (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  'image/jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')),
  'image/gif': (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)),
  'image/webp': (bytes) => /^RIFF[\s\S]{4}WEBP$/.test(bytes.toString('latin1', 0, 12)),
  'image/svg+xml': (bytes) => isSvg(bytes.toString('utf8')),
};

/** Behind a declaration, a document type and comments, as image editors write them. */
const isSvg = (text: string) =>
  /^\uFEFF?\s*(<\?xml[^>]*>\s*)?((<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE svg[^>[]*>)\s*)*<svg[\s>]/i.test(
    text.slice(0, 10_000),
  );

export const putLogo = write(
  { name: 'PutPortalLogo', permission: 'editor' },
  async (
    { db, ports, audit, ...call },
    portalId: string,
    logo: { contentType: string; body: Uint8Array } | null,
  ): Promise<Portal> => {
    const value = logo === null ? null : toLogo(logo, 'logo');
    await lockPortal(db, portalId);
    const modified = new Date(ports.now());
    await db
      .update(portals)
      .set({ ...logoMembers(value, modified), lastModified: modified })
      .where(eq(portals.id, portalId));
    audit(portalId, { logo: logo === null ? 'removed' : logo.contentType });
    return readPortal({ ...call, db, ports }, portalId);
  },
);

/**
 * A `data:` URL, for an <img> alone: there an SVG runs no script and loads nothing.
 * @throws ControlError BadRequestException for bytes that are not of their type
 */
export function toLogo(
  { contentType, body }: { contentType: string; body: Uint8Array },
  field: string,
): string {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const isOfType = Object.hasOwn(begins, type) ? begins[type] : undefined;
  if (!isOfType) throw badRequest({ field, message: 'A logo is a PNG, JPEG, GIF, WebP or SVG image' });
  if (body.byteLength > largest) throw badRequest({ field, message: 'A logo has at most 1 MB' });
  const bytes = Buffer.from(body);
  if (!isOfType(bytes)) throw badRequest({ field, message: `The file is not of the type ${type}` });
  return `data:${type};base64,${bytes.toString('base64')}`;
}
