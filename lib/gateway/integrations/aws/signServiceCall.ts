import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import type { ServicesDocument } from '../../snapshot/types';
import type { IntegrationRequest } from '../Integration';
import type { AwsUri } from './awsUri';

/**
 * A service call with its whole URL, signed (Signature Version 4) where there are credentials to sign with. A local
 * service without them is called unsigned.
 */
export async function signServiceCall(
  request: IntegrationRequest,
  { service, region }: Pick<AwsUri, 'service' | 'region'>,
  base: string,
  { credentials }: ServicesDocument,
): Promise<IntegrationRequest> {
  const url = new URL(`${base}${request.url}`);
  const whole = { ...request, url: url.href };
  if (!credentials) return whole;
  const signer = new SignatureV4({
    service,
    region,
    credentials,
    sha256: Sha256,
    // S3 alone takes the path as it is sent.
    uriEscapePath: service !== 's3',
  });
  const signed = await signer.sign(
    new HttpRequest({
      method: request.method,
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port !== '' && { port: Number(url.port) }),
      path: url.pathname,
      query: queryOf(url),
      headers: { ...Object.fromEntries(request.headers), host: url.host },
      body: request.body,
    }),
  );
  const headers = Object.entries(signed.headers).filter(([name]) => name !== 'host');
  return { ...whole, headers };
}

function queryOf({ searchParams }: URL): Record<string, string[]> {
  const query: Record<string, string[]> = {};
  for (const [name, value] of searchParams) query[name] = [...(query[name] ?? []), value];
  return query;
}

/** What the signer hashes with: Node's own. */
class Sha256 {
  private readonly hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.hash.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    : Buffer.from(data);
}
