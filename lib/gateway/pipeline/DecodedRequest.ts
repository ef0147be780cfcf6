import { promisify } from 'node:util';
import { gunzip, inflate, inflateRaw } from 'node:zlib';
import { GatewayError } from '../GatewayError';
import type { Request } from '../transport/Request';

/** The most that a body may grow to: AWS's payload limit holds for what a method is given. */
const LARGEST_BODY = 10 * 1024 * 1024;
/** Honest texts shrink to a tenth or a thirtieth; what grows more is made to cost (reliability.md B11). */
const LARGEST_RATIO = 100;
/** So much a body may be whatever its ratio. */
const ALWAYS_ALLOWED = 1024 * 1024;

const decoders = { gzip: promisify(gunzip), deflate: inflateEither };
type Coding = keyof typeof decoders;

/**
 * A call whose body came compressed: whoever reads it reads it plain. AWS undoes gzip and deflate whether or not
 * the API compresses its answers
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html).
 */
export class DecodedRequest implements Request {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  headers: Request['headers'];
  readonly host: string;
  readonly protocol: string;
  readonly sourceIp: string;
  readonly startedAt: number;
  readonly clientGone: Request['clientGone'];
  private body: Promise<Buffer> | undefined;
  /** no byte came: nothing was undone, and the header stays to be seen (recorded) */
  private empty = false;

  constructor(
    private readonly sent: Request,
    private readonly coding: Coding,
  ) {
    const { method, path, query, headers, host, protocol, sourceIp, startedAt, clientGone } = sent;
    this.method = method;
    this.path = path;
    this.query = query;
    // The codings end here: what is handed on is plain.
    this.headers = headers.filter(([name]) => name.toLowerCase() !== 'content-encoding');
    this.host = host;
    this.protocol = protocol;
    this.sourceIp = sourceIp;
    this.startedAt = startedAt;
    this.clientGone = clientGone;
  }

  /** as they were sent */
  get bodyBytes(): number {
    return this.sent.bodyBytes;
  }

  header(name: string): string | undefined {
    return name === 'content-encoding' && !this.empty ? undefined : this.sent.header(name);
  }

  /** @throws GatewayError also UNSUPPORTED_MEDIA_TYPE for what is not of its coding */
  readBody(): Promise<Buffer> {
    this.body ??= this.sent.readBody().then((bytes) => this.plain(bytes));
    return this.body;
  }

  private plain(bytes: Buffer): Buffer | Promise<Buffer> {
    if (bytes.length > 0) return decode(bytes, this.coding);
    this.empty = true;
    this.headers = this.sent.headers;
    return bytes;
  }
}

/**
 * The request as the pipeline reads it: itself where nothing is to be undone.
 * @throws GatewayError UNSUPPORTED_MEDIA_TYPE for a coding other than gzip, deflate and identity
 */
export function decodedRequest(request: Request): Request {
  const sent = request.header('content-encoding');
  if (sent === undefined) return request;
  const coding = sent.trim().toLowerCase();
  if (coding === 'identity' || coding === '') return request;
  if (coding === 'gzip' || coding === 'deflate') return new DecodedRequest(request, coding);
  throw new GatewayError('UNSUPPORTED_MEDIA_TYPE', `Content-Encoding ${sent} is neither gzip nor deflate`);
}

/** Bounded while it grows, so that a small bomb never takes more memory than a large honest body. */
async function decode(bytes: Buffer, coding: Coding): Promise<Buffer> {
  const maxOutputLength = Math.min(LARGEST_BODY, Math.max(ALWAYS_ALLOWED, bytes.length * LARGEST_RATIO));
  try {
    return await decoders[coding](bytes, { maxOutputLength });
  } catch (error) {
    if (isTooLarge(error))
      throw new GatewayError(
        'REQUEST_TOO_LARGE',
        `The body of ${bytes.length} bytes grows beyond ${maxOutputLength}`,
      );
    throw new GatewayError('UNSUPPORTED_MEDIA_TYPE', `The body is not ${coding}: ${String(error)}`);
  }
}

/** RFC 9110 8.4.1.2 means zlib's format by deflate; some clients send it without zlib's head. */
async function inflateEither(bytes: Buffer, options: { maxOutputLength: number }): Promise<Buffer> {
  const first = bytes[0] ?? 0;
  const second = bytes[1] ?? 0;
  const hasHead = (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
  return hasHead ? promisify(inflate)(bytes, options) : promisify(inflateRaw)(bytes, options);
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
