/** Tokens, and an issuer of them on loopback. For tests. */
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createBackend, type TestBackend } from './createBackend';

export interface TokenPart {
  claims?: JWTPayload;
  header?: Record<string, unknown>;
  key?: CryptoKey | Uint8Array;
}

export interface TestIssuer extends TestBackend {
  keys: { publicKey: CryptoKey; privateKey: CryptoKey };
  jwk: Record<string, unknown>;
  /** signed by the issuer unless said otherwise: `sub` ada, `aud` client1, good for five minutes */
  token(part?: TokenPart): Promise<string>;
}

/** An OpenID Connect issuer with one RSA key, `k1`. */
export async function startIssuer(): Promise<TestIssuer> {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const backend: TestBackend = await createBackend((request, response) => {
    const isDiscovery = request.url === '/.well-known/openid-configuration';
    const document = { issuer: backend.url, jwks_uri: `${backend.url}/keys` };
    response.end(JSON.stringify(isDiscovery ? document : { keys: [jwk] }));
  });
  const token = ({ claims = {}, header = {}, key = keys.privateKey }: TokenPart = {}) => {
    const exp = Math.floor(Date.now() / 1000) + 300;
    return new SignJWT({ sub: 'ada', aud: 'client1', iss: backend.url, exp, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header })
      .sign(key);
  };
  return { ...backend, keys, jwk, token };
}
