import { createHash, createHmac } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { FunctionCall } from '../ports';
import { type BackendRequest, createBackend, type TestBackend } from './createBackend';
import { type TestFunction, TestFunctions } from './TestFunctions';

const PATH = /^\/(2015-03-31|2021-11-15)\/functions\/([^/]+)\/(invocations|response-streaming-invocations)$/;

/**
 * An endpoint in the shape of Lambda's. With a secret it refuses what is not signed by it for `lambda` and the
 * function's region (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export async function createLambdaServer(
  functions: Record<string, TestFunction>,
  secretAccessKey?: string,
): Promise<TestBackend> {
  const own = new TestFunctions(functions);
  return createBackend(async (request, response) => {
    const [, , name = '', operation] = PATH.exec(request.url) ?? [];
    const functionArn = decodeURIComponent(name);
    const region = functionArn.split(':')[3] ?? '';
    if (secretAccessKey !== undefined && !isSigned(request, secretAccessKey, region))
      return void response
        .writeHead(403)
        .end('{"message":"The request signature we calculated does not match"}');
    const invocationType = request.headers['x-amz-invocation-type'] as FunctionCall['invocationType'];
    const call = { functionArn, payload: request.bytes, invocationType, timeoutInMillis: 60_000 };
    const { status, functionError, payload } = await own.invoke(call);
    if (functionError) response.setHeader('X-Amz-Function-Error', functionError);
    if (status === 200 && invocationType === 'Event') return void response.writeHead(202).end();
    if (operation === 'invocations') return void response.writeHead(status).end(payload);
    response.writeHead(status, { 'Content-Type': 'application/vnd.amazon.eventstream' });
    for (let at = 0; at < payload.length; at += 5)
      response.write(eventMessage('PayloadChunk', payload.subarray(at, at + 5)));
    response.end(eventMessage('InvokeComplete', Buffer.from('{}')));
  });
}

/** One message of an event stream, as its specification has it. */
export function eventMessage(type: string, payload: Buffer): Buffer {
  const headers = Buffer.concat([text(':message-type', 'event'), text(':event-type', type)]);
  const prelude = Buffer.alloc(12);
  prelude.writeUInt32BE(16 + headers.length + payload.length, 0);
  prelude.writeUInt32BE(headers.length, 4);
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
  const message = Buffer.concat([prelude, headers, payload]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(message));
  return Buffer.concat([message, checksum]);
}

function text(name: string, value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([
    Buffer.from([name.length]),
    Buffer.from(name),
    Buffer.from([7]),
    length,
    Buffer.from(value),
  ]);
}

const SIGNATURE =
  /^AWS4-HMAC-SHA256 Credential=\w+\/(\d{8})\/([\w-]+)\/lambda\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/;

function isSigned(request: BackendRequest, secret: string, region: string): boolean {
  const { authorization = '', 'x-amz-date': time = '' } = request.headers;
  const [, date = '', signedFor, names = '', signature] = SIGNATURE.exec(authorization) ?? [];
  if (signedFor !== region || !names.split(';').includes('host')) return false;
  const canonical = [
    request.method,
    // Every segment is encoded once more; S3 alone is another.
    request.url.split('/').map(encodeURIComponent).join('/'),
    '',
    ...names.split(';').map((name) => `${name}:${request.headers[name]?.trim()}`),
    '',
    names,
    sha256(request.bytes),
  ].join('\n');
  const scope = `${date}/${region}/lambda/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(Buffer.from(canonical))].join('\n');
  const key = [date, region, 'lambda', 'aws4_request'].reduce<Buffer>(
    (before, part) => createHmac('sha256', before).update(part).digest(),
    Buffer.from(`AWS4${secret}`),
  );
  return createHmac('sha256', key).update(toSign).digest('hex') === signature;
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
