import { type Refusal, refusal } from '../Refusal';

/** Codes of Node's parser and its timeouts (https://nodejs.org/api/http.html#event-clienterror). */
const BY_CODE: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: refusal(431, 'the request line and headers are too large'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: refusal(413, 'the chunk extensions are too large'),
  ERR_HTTP_REQUEST_TIMEOUT: refusal(408, 'the request came too slowly'),
};
const MALFORMED = refusal(400, 'the request is not well-formed HTTP/1.1');

/** @returns undefined when the socket itself is broken, so that there is nobody to answer */
export function parserRefusal(error: NodeJS.ErrnoException): Refusal | undefined {
  const { code = '' } = error;
  return BY_CODE[code] ?? (code.startsWith('HPE_') ? MALFORMED : undefined);
}
