import { Readable } from 'node:stream';
import { GatewayError } from '../GatewayError';
import type { StreamedFunctionAnswer } from '../ports';
import type { IntegrationAnswer } from './Integration';
import { invocationRefusal } from './invocationRefusal';
import { readProxyResponse } from './proxyResponse';

/** What ends the metadata: eight zero bytes. */
const DELIMITER = Buffer.alloc(8);
/** The delimiter must come within so many bytes. */
const LONGEST_METADATA = 16 * 1024;
const MEMBERS = new Set(['headers', 'multiValueHeaders', 'cookies', 'statusCode']);

/**
 * A streamed function's answer: metadata as JSON, eight zero bytes, then the body as it comes
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html).
 * @throws GatewayError API_CONFIGURATION_ERROR, 500, for what has no such head
 */
export async function streamedProxyResponse(answer: StreamedFunctionAnswer): Promise<IntegrationAnswer> {
  const { status, functionError, errorType, body } = answer;
  if (status !== 200 || functionError !== undefined) {
    body.destroy();
    throw badFormat(
      errorType === undefined
        ? `the function failed: ${status} ${functionError ?? ''}`
        : invocationRefusal(answer),
    );
  }
  const { metadata, rest } = await readHead(body);
  const { cookies, multiValueHeaders, headers, ...others } = metadata;
  const unknown = Object.keys(metadata).find((name) => !MEMBERS.has(name));
  if (unknown !== undefined) throw refused(body, `unknown member ${unknown}`);
  // Where both maps name a header, the multiple values count and the single one does not.
  const several = new Set(Object.keys(multiValueHeaders ?? {}).map((name) => name.toLowerCase()));
  const single = Object.fromEntries(
    Object.entries(headers ?? {}).filter(([name]) => !several.has(name.toLowerCase())),
  );
  const head = {
    ...others,
    headers: single,
    multiValueHeaders: { ...multiValueHeaders, ...cookieHeaders(cookies) },
  };
  const { status: code, headers: pairs } = readProxyResponse(
    Buffer.from(JSON.stringify(head)),
    undefined,
    undefined,
  );
  return { status: code, headers: pairs, body: rest };
}

/**
 * What a BUFFERED integration makes of a streaming function's output: its status and headers, and no body (see AWS's
 * page above).
 * @returns undefined: it is no such output; JSON has no zero byte, so no proxy answer is taken for one
 */
export async function unstreamedProxyResponse(payload: Buffer): Promise<IntegrationAnswer | undefined> {
  if (!payload.includes(DELIMITER)) return undefined;
  const body = Readable.from([payload]);
  const { status, headers } = await streamedProxyResponse({ status: 200, body });
  body.destroy();
  return { status, headers, body: Buffer.alloc(0) };
}

interface Metadata {
  statusCode?: unknown;
  headers?: Record<string, unknown>;
  multiValueHeaders?: Record<string, unknown>;
  cookies?: unknown;
}

function cookieHeaders(cookies: unknown): Record<string, unknown> {
  return cookies === undefined ? {} : { 'Set-Cookie': cookies };
}

async function readHead(body: Readable): Promise<{ metadata: Metadata; rest: Readable }> {
  let head = Buffer.alloc(0);
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  while (true) {
    const { value, done } = await chunks.next();
    if (done) throw badFormat('the function ended before its metadata did');
    head = Buffer.concat([head, value]);
    const end = head.indexOf(DELIMITER);
    if (end >= 0 && end <= LONGEST_METADATA)
      return {
        metadata: parse(body, head.subarray(0, end)),
        rest: continued(head.subarray(end + 8), chunks, body),
      };
    if (head.length > LONGEST_METADATA + DELIMITER.length) throw refused(body, 'no delimiter within 16 KB');
  }
}

/** What came behind the delimiter, then the rest; leaving it ends the function's stream too. */
function continued(first: Buffer, chunks: AsyncIterator<Buffer>, body: Readable): Readable {
  async function* all() {
    if (first.length > 0) yield first;
    while (true) {
      const { value, done } = await chunks.next();
      if (done) return;
      yield value;
    }
  }
  const rest = Readable.from(all(), { objectMode: false });
  return rest.on('close', () => body.destroy());
}

function parse(body: Readable, text: Buffer): Metadata {
  try {
    const metadata: unknown = JSON.parse(text.toString());
    if (typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata)) return metadata;
  } catch {
    // Said below.
  }
  throw refused(body, 'the metadata is no JSON object');
}

function refused(body: Readable, reason: string): GatewayError {
  body.destroy();
  return badFormat(reason);
}

function badFormat(reason: string): GatewayError {
  return new GatewayError(
    'API_CONFIGURATION_ERROR',
    `Execution failed due to configuration error: ${reason}`,
  );
}
