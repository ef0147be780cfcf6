/** Methods behind a user pool, through sockets, and tokens of it. For tests. */
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { AuthorizerDocument, UserPoolDocument } from '../snapshot/types';
import { createTestGateway, type TestGateway } from './createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot } from './documents';

const POOL = 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_abc';
export const ISSUER = 'http://localhost:3000/pools/us-east-1_abc';
/** The pool's own. */
export const keys = await generateKeyPair('RS256', { extractable: true });
const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
const pool: UserPoolDocument = {
  arn: POOL,
  issuer: ISSUER,
  jwks: { keys: [jwk] },
  clientIds: ['client1'],
};
let gateway: TestGateway | undefined;

/** For afterEach. */
export async function closeCognito(): Promise<void> {
  await gateway?.close();
  gateway = undefined;
}

const AUTHORIZER: AuthorizerDocument = {
  id: 'auth1',
  name: 'pool',
  type: 'COGNITO_USER_POOLS',
  identitySource: 'method.request.header.Authorization',
  authorizerResultTtlInSeconds: 300,
  providerARNs: [POOL],
};
const seen =
  '{"sub":"$context.authorizer.claims.sub","groups":"$context.authorizer.claims[\'cognito:groups\']"}';

/** `/` behind the pool, or behind another issuer. */
export async function startCognito(
  scopes: string[] = [],
  part: Partial<AuthorizerDocument> = {},
): Promise<TestGateway> {
  const responses = { 200: integrationResponse({ responseTemplates: { 'application/json': seen } }) };
  const closed = method('GET', integration({ integrationResponses: responses }), {
    authorizationType: 'COGNITO_USER_POOLS',
    authorizerId: 'auth1',
    authorizationScopes: scopes,
  });
  const document = deployment({ '/': [closed] }, { authorizers: [{ ...AUTHORIZER, ...part }] });
  gateway = await createTestGateway(snapshot({ deployments: [document], userPools: [pool] }));
  return gateway;
}

export interface TokenPart {
  claims?: JWTPayload;
  header?: Record<string, unknown>;
  key?: CryptoKey | Uint8Array;
  expiresIn?: number;
}
/** seconds since the epoch */
export const now = () => Math.floor(Date.now() / 1000);

/** An id token of ada, signed by the pool unless said otherwise. */
export function token({
  claims = {},
  header = {},
  key = keys.privateKey,
  expiresIn = 300,
}: TokenPart = {}): Promise<string> {
  const payload = {
    sub: 'ada',
    token_use: 'id',
    aud: 'client1',
    iss: ISSUER,
    exp: now() + expiresIn,
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(key);
}

export const ask = async ({ call }: TestGateway, Authorization: string) =>
  call('/', { headers: { Authorization } });
