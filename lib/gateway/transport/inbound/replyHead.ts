import type { Reply } from '../Request';

export interface ReplyHead {
  status: number;
  /** name, value, name, value: as `ServerResponse.writeHead` takes them */
  headers: string[];
  /** what the reply's own Content-Length says; only kept for streams and for answers without a body */
  contentLength: number | undefined;
  hasBody: boolean;
}

/**
 * Connection-level headers belong to this hop (RFC 9110 7.6.1): ours are written by Node. TE is not among them: in an
 * answer it says nothing (RFC 9110 10.1.4), and AWS lets an API's owner send it (recorded).
 */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const NAME = /^[!#$%&'*+\-.^_`|~\w]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const BAD_VALUE = /[\x00-\x08\x0a-\x1f\x7f]/;
/** A backend's may come to 32 KB; what is mapped out of its body must not come to megabytes. */
const MAX_BYTES = 65_536;
const LENGTH = /^\d{1,15}$/;

/**
 * Checks and cleans the head of a reply.
 * @returns undefined when it must not be written: a header that could hold another one, more than a caller would
 *   read, or no final status
 */
export function replyHead(reply: Reply, method: string): ReplyHead | undefined {
  const { status } = reply;
  if (!Number.isInteger(status) || status < 200 || status > 999) return undefined;
  const head: ReplyHead = {
    status,
    headers: [],
    contentLength: undefined,
    hasBody: method !== 'HEAD' && status !== 204 && status !== 304,
  };
  let bytes = 0;
  for (const [name, value] of reply.headers) {
    bytes += name.length + value.length;
    if (!NAME.test(name) || BAD_VALUE.test(value)) return undefined;
    addHeader(head, name, value);
  }
  return bytes > MAX_BYTES ? undefined : head;
}

function addHeader(head: ReplyHead, name: string, value: string): void {
  const lower = name.toLowerCase();
  if (HOP_BY_HOP.has(lower)) return;
  if (lower !== 'content-length') head.headers.push(name, latin1(value));
  else if (LENGTH.test(value)) head.contentLength = Number(value);
}

/** Header bytes are Latin-1 in Node; what does not fit goes out as the bytes of its UTF-8 form. */
function latin1(value: string): string {
  return /[^\0-\xff]/.test(value) ? Buffer.from(value, 'utf8').toString('latin1') : value;
}
