import { isUtf8 } from 'node:buffer';
import { GatewayError } from '../GatewayError';
import type { ContentHandling } from '../snapshot/types';
import { mediaType } from './mediaType';

/** Whether a Content-Type, or the first entry of an Accept, is one of an API's binary media types. */
export type BinaryTypes = (type: string | undefined) => boolean;

/** A body on its way: characters, or bytes that no template may read. */
export interface Payload {
  bytes: Buffer;
  isText: boolean;
}

/** An entry stands for itself, or for all of a kind when it ends with a star; a star before the slash is none,
 * and even its own text does not match it (recorded). */
export function compileBinaryTypes(binaryMediaTypes: readonly string[] = []): BinaryTypes | undefined {
  if (binaryMediaTypes.length === 0) return undefined;
  const named = binaryMediaTypes.map((type) => type.toLowerCase());
  const exact = new Set(named.filter((type) => !type.startsWith('*/')));
  const all = named.includes('*/*');
  return (type) => {
    const wanted = mediaType(type);
    const slash = wanted.indexOf('/');
    return all || exact.has(wanted) || (slash > 0 && exact.has(`${wanted.slice(0, slash)}/*`));
  };
}

/**
 * The caller's body as its integration gets it
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html).
 * @param binary undefined: the API has no binary media types
 * @throws GatewayError API_CONFIGURATION_ERROR when it is not the base64 that it should be
 */
export function convertRequest(
  body: Buffer,
  contentType: string | undefined,
  binary: BinaryTypes | undefined,
  handling: ContentHandling | undefined,
): Payload {
  const isBinary = binary?.(contentType) ?? false;
  if (isBinary) return handling === 'CONVERT_TO_TEXT' ? encoded(body) : bytes(body);
  return handling === 'CONVERT_TO_BINARY' ? decoded(body) : text(body);
}

/**
 * The backend's body as the caller gets it; what the caller wants is the first entry of Accept.
 * @throws GatewayError API_CONFIGURATION_ERROR when it is not the base64 that it should be
 */
export function convertResponse(
  body: Buffer,
  types: { contentType: string | undefined; accept: string | undefined },
  binary: BinaryTypes | undefined,
  handling: ContentHandling | undefined,
): Payload {
  const isBinary = binary?.(types.contentType) ?? false;
  const wantsBinary = handling ? handling === 'CONVERT_TO_BINARY' : (binary?.(types.accept) ?? false);
  if (isBinary) return wantsBinary ? bytes(body) : encoded(body);
  return wantsBinary ? decoded(body) : text(body);
}

/** @throws GatewayError API_CONFIGURATION_ERROR: a template over bytes fails (seen on AWS) */
export function textOf(payload: Payload): string {
  if (!payload.isText)
    throw new GatewayError('API_CONFIGURATION_ERROR', 'A template cannot read a binary body');
  return payload.bytes.toString();
}

function bytes(body: Buffer): Payload {
  return { bytes: body, isText: false };
}

/** What is not UTF-8 becomes U+FFFD (seen on AWS). */
function text(body: Buffer): Payload {
  return { bytes: isUtf8(body) ? body : Buffer.from(body.toString()), isText: true };
}

function encoded(body: Buffer): Payload {
  return { bytes: Buffer.from(body.toString('base64')), isText: true };
}

function decoded(body: Buffer): Payload {
  return bytes(fromBase64(body.toString('latin1')));
}

/**
 * White space counts for nothing, as in the recorded vectors.
 * @throws GatewayError API_CONFIGURATION_ERROR for what is no base64 (recorded)
 */
export function fromBase64(text: string): Buffer {
  const source = text.replace(/\s+/g, '');
  if (source.length % 4 !== 0 || !BASE64.test(source))
    throw new GatewayError('API_CONFIGURATION_ERROR', 'The body should be base64, and is not');
  return Buffer.from(source, 'base64');
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
