/** Calls that AWS's own signer signs, as the user `ada` or with temporary credentials. For tests. */
import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AccessKeyDocument, IamUserDocument } from '../snapshot/types';
import type { TestGateway } from './createTestGateway';
import type { Answer } from './sendRequest';

export const ADA_KEY: AccessKeyDocument = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  userName: 'ada',
};

export const adaWith = (...policies: string[]): IamUserDocument => ({
  userName: 'ada',
  userId: 'AIDAEXAMPLE',
  arn: 'arn:aws:iam::000000000000:user/ada',
  policies,
});

/** What signs: a key of a user, or temporary credentials. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

interface SignedCall {
  path?: string;
  /** sent and signed */
  headers?: Record<string, string>;
  /** true: the signature stands in the query, good for 60 s */
  presigned?: boolean;
  /** ada's own key where nothing is said */
  credentials?: Credentials;
}

export async function signedCall(
  { call, port }: TestGateway,
  { path = '/', headers = {}, presigned = false, credentials = ADA_KEY }: SignedCall = {},
): Promise<Answer> {
  const host = `api1.execute-api.localhost:${port}`;
  const signer = new SignatureV4({
    service: 'execute-api',
    region: 'us-east-1',
    credentials,
    sha256: Sha256,
  });
  const request = new HttpRequest({
    method: 'GET',
    hostname: host,
    path: `/prod${path}`,
    headers: { host, ...headers },
  });
  if (!presigned) return call(path, { headers: (await signer.sign(request)).headers });
  const { query = {} } = await signer.presign(request, { expiresIn: 60 });
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return call(`${path}?${pairs.join('&')}`, { headers });
}
