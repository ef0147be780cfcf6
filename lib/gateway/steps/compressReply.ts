import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createDeflate, createGzip, deflate, gzip } from 'node:zlib';
import type { Call } from '../pipeline/Call';
import type { Reply } from '../transport/Request';

const codings = {
  gzip: { whole: promisify(gzip), streamed: createGzip },
  deflate: { whole: promisify(deflate), streamed: createDeflate },
};
type Coding = keyof typeof codings;

/**
 * Compresses an answer for a caller who lists gzip or deflate, from `minimumSize` bytes on, unless its backend
 * encoded it (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html).
 */
export async function compressReply(call: Call, minimumSize: number, reply: Reply): Promise<Reply> {
  const coding = preferredCoding(call.request.header('accept-encoding'));
  if (!coding || !isCompressible(call, reply) || sizeOf(reply) < minimumSize) return reply;
  const headers = encodedHeaders(reply.headers, coding);
  call.trace?.add('compressReply', `The answer is compressed: ${coding}`);
  if (!(reply.body instanceof Readable))
    return { ...reply, headers, body: await codings[coding].whole(reply.body) };
  // An error on either side ends both; the transport sees it on the stream that it reads.
  const body = pipeline(reply.body, codings[coding].streamed(), () => {});
  return { ...reply, headers, body };
}

/**
 * The coding that the caller wants most among those it names; one that it does not name is not used, nor is `*`.
 * Equal wishes: the first named. undefined: none, or it prefers the plain answer (identity).
 */
export function preferredCoding(acceptEncoding: string | undefined): Coding | undefined {
  if (acceptEncoding === undefined) return undefined;
  let best: { name: string; weight: number } | undefined;
  for (const member of acceptEncoding.split(',')) {
    const [name = '', ...parameters] = member
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    if (name !== 'identity' && !(name in codings)) continue;
    const weight = weightOf(parameters);
    if (weight > (best?.weight ?? 0)) best = { name, weight };
  }
  return best && best.name in codings ? (best.name as Coding) : undefined;
}

/** RFC 9110 12.4.2; a weight that is none counts as a refusal. */
function weightOf(parameters: string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  if (given === undefined) return 1;
  return /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(given) ? Number(given.slice(2)) : 0;
}

function isCompressible({ request }: Call, { status, headers }: Reply): boolean {
  if (status === 204 || status === 206 || status === 304 || request.method === 'HEAD') return false;
  return !headers.some(([name]) => name.toLowerCase() === 'content-encoding');
}

/** A stream of unknown length did not come in one piece: it is taken for large. */
function sizeOf({ headers, body }: Reply): number {
  if (!(body instanceof Readable)) return Buffer.byteLength(body);
  const length = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1];
  return length === undefined ? Number.POSITIVE_INFINITY : Number(length);
}

/** The bytes are others now: their old length is wrong, and a strong validator would be a lie (RFC 9110 8.8.1). */
function encodedHeaders(headers: Reply['headers'], coding: Coding): Reply['headers'] {
  const kept = headers
    .filter(([name]) => name.toLowerCase() !== 'content-length')
    .map(([name, value]): [string, string] =>
      name.toLowerCase() === 'etag' && value.startsWith('"') ? [name, `W/${value}`] : [name, value],
    );
  return [...kept, ['Content-Encoding', coding], ['Vary', 'Accept-Encoding']];
}
