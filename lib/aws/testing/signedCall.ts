import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';

export interface Key {
  accessKeyId: string;
  secretAccessKey: string;
}

export interface Sent {
  method?: string;
  path?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
}

const HOST = 'localhost:4566';

/** A call as it is, unsigned. */
export function plainCall({ method = 'POST', path = '/', query = {}, headers = {}, body }: Sent): Request {
  const search = new URLSearchParams(query).toString();
  return new Request(`http://${HOST}${path}${search && `?${search}`}`, {
    method,
    headers: { host: HOST, ...headers },
    ...(body !== undefined && { body }),
  });
}

/** The same, signed by AWS's own signer. */
export async function signedCall(
  service: string,
  key: Key,
  sent: Sent,
  signingDate?: Date,
): Promise<Request> {
  const { method = 'POST', path = '/', query = {}, headers = {}, body } = sent;
  const signer = new SignatureV4({ service, region: 'eu-west-1', credentials: key, sha256: Sha256 });
  const request = new HttpRequest({
    method,
    hostname: HOST,
    path,
    query,
    headers: { host: HOST, ...headers },
    body,
  });
  const signed = await signer.sign(request, { ...(signingDate && { signingDate }) });
  return plainCall({ ...sent, headers: signed.headers });
}
