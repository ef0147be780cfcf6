import { AwsError } from './AwsError';

/** Lambda's largest event, and room for what stands around it. */
const LARGEST_BODY = 6 * 1024 * 1024 + 64 * 1024;

/** The largest zip of a function, 50 MB, in base64. */
const LARGEST_CODE = 70 * 1024 * 1024;
const CODE_PATH = /^\/2015-03-31\/functions(\/[^/]+\/code)?\/?$/;

const largestBody = (path: string) => (CODE_PATH.test(path) ? LARGEST_CODE : LARGEST_BODY);

/** Bytes of a body that is too large are read to no use, so many times the largest. */
const PATIENCE = 4;

/** One call as the door reads it; the engine's verifier of signatures takes it as it is. */
export interface AwsRequest {
  method: string;
  /** as sent, encoded */
  path: string;
  /** raw, without `?` */
  query: string;
  headers: readonly (readonly [name: string, value: string])[];
  /** name in lower case */
  header(name: string): string | undefined;
  /** media type in lower case, without parameters; '' when none was sent */
  contentType: string;
  sourceIp: string;
  /** @throws AwsError RequestEntityTooLargeException above 6 MB and a little, or above what a function's code takes */
  readBody(): Promise<Buffer>;
}

/** @param sourceIp address of the socket's peer: what a caller says of itself does not count */
export function readAwsRequest(request: Request, sourceIp: string): AwsRequest {
  const { pathname, search } = new URL(request.url);
  let body: Promise<Buffer> | undefined;
  return {
    method: request.method,
    path: pathname,
    query: search.slice(1),
    headers: [...request.headers],
    header: (name) => request.headers.get(name) ?? undefined,
    contentType: (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
    sourceIp,
    readBody: () => {
      body ??= readBounded(request, largestBody(pathname));
      return body;
    },
  };
}

/**
 * What is too large is let go by, up to a point, so that the caller has sent it all and listens when it is told. The
 * stream is left as it is, for to cancel it would end the connection before the answer.
 */
async function readBounded({ body, headers }: Request, largest: number): Promise<Buffer> {
  if (Number(headers.get('content-length')) > PATIENCE * largest) throw tooLarge(largest);
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length;
    if (length > PATIENCE * largest) break;
    if (length <= largest) chunks.push(read.value);
  }
  if (length > largest) throw tooLarge(largest);
  return Buffer.concat(chunks, length);
}

function tooLarge(largest: number): AwsError {
  return new AwsError('RequestEntityTooLargeException', `The request is larger than ${largest} bytes`, 413);
}
