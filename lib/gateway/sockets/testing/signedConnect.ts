import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { ADA_KEY, type Credentials } from '../../testing/signedCall';
import type { ConnectOptions } from './socketGateway';

/** How `ada` connects, or another signer, as AWS's own signs it: by headers, or by the query for 60 s. */
export async function signedConnect(
  { port }: { port: number },
  presigned: boolean,
  credentials: Credentials = ADA_KEY,
): Promise<ConnectOptions> {
  const host = `api1.execute-api.localhost:${port}`;
  const signer = new SignatureV4({
    service: 'execute-api',
    region: 'us-east-1',
    credentials,
    sha256: Sha256,
  });
  const request = new HttpRequest({ method: 'GET', hostname: host, path: '/prod', headers: { host } });
  if (!presigned) return { headers: (await signer.sign(request)).headers };
  const { query = {} } = await signer.presign(request, { expiresIn: 60 });
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return { path: `/prod?${pairs.join('&')}` };
}
