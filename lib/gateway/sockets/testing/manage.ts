import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { type Answer, sendRequest } from '../../testing/sendRequest';
import { ADA_KEY, type Credentials } from '../../testing/signedCall';

export interface Managed {
  id: string;
  method?: string;
  body?: string | Buffer;
  stage?: string;
  /** false: nothing is signed */
  signed?: boolean;
  /** ada's own key where nothing is said */
  credentials?: Credentials;
  /** the body does not say how long it is */
  chunked?: boolean;
  /** in place of the host form's */
  path?: string;
  host?: string;
}

/** One call of `@connections` as AWS's own signer signs it. */
export async function manage(
  { port }: { port: number },
  {
    id,
    method = 'POST',
    body = '',
    stage = 'prod',
    signed = true,
    credentials = ADA_KEY,
    chunked = false,
    path,
    host = `api1.execute-api.localhost:${port}`,
  }: Managed,
): Promise<Answer> {
  const target = path ?? `/${stage}/@connections/${encodeURIComponent(id)}`;
  const content = method === 'POST' ? Buffer.from(body) : undefined;
  const request = new HttpRequest({
    method,
    hostname: host,
    path: target,
    headers: { host, ...(content && lengthOf(content, chunked)) },
    ...(content && { body: content }),
  });
  const signer = new SignatureV4({
    service: 'execute-api',
    region: 'us-east-1',
    credentials,
    sha256: Sha256,
  });
  const { headers } = signed ? await signer.sign(request) : request;
  return sendRequest({ port, path: target, method, headers, ...(content && { body: content }) });
}

function lengthOf(content: Buffer, chunked: boolean): Record<string, string> {
  return chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': `${content.length}` };
}
