import { badRequest } from '../parse';

/** `data:` URL */
export type Logo = string;

/** AWS has 200 KB (api-gateway-portal-quotas); ours are kept in the database beside the portal. */
const largest = 1024 * 1024;

/** How the bytes of each type begin. */
const begins: Record<string, (bytes: Buffer) => boolean> = {
  'image/png': (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  'image/jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')),
  'image/gif': (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)),
  'image/webp': (bytes) => /^RIFF[\s\S]{4}WEBP$/.test(bytes.toString('latin1', 0, 12)),
  'image/svg+xml': (bytes) => isSvg(bytes.toString('utf8', 0, 10_000)),
};

/** Behind a byte order mark, a declaration, a document type and comments, as image editors write them. */
function isSvg(text: string): boolean {
  let rest = text.replace(/^\uFEFF/, '').trimStart();
  for (const [open, close] of [
    ['<?xml', '?>'],
    ['<!--', '-->'],
    ['<!DOCTYPE svg', '>'],
    ['<!--', '-->'],
  ] as const)
    while (rest.startsWith(open)) {
      const end = rest.indexOf(close, open.length);
      if (end < 0) return false;
      rest = rest.slice(end + close.length).trimStart();
    }
  return /^<svg[\s>]/.test(rest);
}

/**
 * A `data:` URL, for an <img> alone: there an SVG runs no script and loads nothing.
 * @param contentType absent: as the bytes say
 * @throws ControlError BadRequestException for bytes that are no image, or not of their type
 */
export function toLogo(body: Uint8Array, field: string, contentType?: string): Logo {
  const bytes = Buffer.from(body);
  if (bytes.byteLength > largest) throw badRequest({ field, message: 'A logo has at most 1 MB' });
  const wanted = contentType?.split(';')[0]?.trim().toLowerCase();
  const type = wanted ?? Object.keys(begins).find((each) => begins[each]?.(bytes)) ?? '';
  const isOfType = Object.hasOwn(begins, type) ? begins[type] : undefined;
  if (!isOfType) throw badRequest({ field, message: 'A logo is a PNG, JPEG, GIF, WebP or SVG image' });
  if (!isOfType(bytes)) throw badRequest({ field, message: `The file is not of the type ${type}` });
  return `data:${type};base64,${bytes.toString('base64')}`;
}

/** @param logo null removes it, undefined leaves it */
export function logoMembers(logo: Logo | null | undefined, at: Date) {
  if (logo === undefined) return {};
  return { logo, logoLastUploaded: logo === null ? null : at };
}
