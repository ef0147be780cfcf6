import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Control } from '@/lib/control/control';
import { isControlError } from '@/lib/model/ControlError';
import type { UserPoolClient } from '@/lib/model/userPool';
import type { Reader, SignInAttempt } from './readerSession';

/** Why nobody can sign in to a portal: each is its owner's to mend. */
export type SignInFault = 'pool' | 'client' | 'secret' | 'flow' | 'scope' | 'callback';

export interface SitePool {
  userPoolId: string;
  name: string;
  issuer: string;
  client: UserPoolClient;
}

export interface CognitoConfig {
  userPoolArn: string;
  appClientId: string;
}

const system = { kind: 'system', reason: 'for the readers of a portal' } as const;

/** ms; the pool is this installation's own. */
const patience = 10_000;

/** The portal's pool and app client, or what keeps a sign-in from coming back to `redirectUri`. */
export async function sitePool(
  { userPools }: Pick<Control, 'userPools'>,
  { userPoolArn, appClientId }: CognitoConfig,
  redirectUri: string,
): Promise<{ pool: SitePool } | { fault: SignInFault }> {
  const userPoolId = userPoolArn.split('/').at(-1) ?? '';
  try {
    const { arn, name, issuer } = await userPools.get(system, userPoolId);
    if (arn !== userPoolArn) return { fault: 'pool' };
    const clients = await userPools.clients(system, userPoolId);
    const client = clients.find(({ clientId }) => clientId === appClientId);
    if (!client) return { fault: 'client' };
    const fault = faultOf(client, redirectUri);
    return fault ? { fault } : { pool: { userPoolId, name, issuer, client } };
  } catch (error) {
    if (isControlError(error) && error.code === 'NotFoundException') return { fault: 'pool' };
    throw error;
  }
}

function faultOf(client: UserPoolClient, redirectUri: string): SignInFault | undefined {
  if (client.generateSecret) return 'secret';
  if (!client.allowedOAuthFlows.includes('code')) return 'flow';
  if (!client.allowedOAuthScopes.includes('openid')) return 'scope';
  return client.callbackUrls.includes(redirectUri) ? undefined : 'callback';
}

/** Where the browser signs in, and what it keeps until it comes back: authorization code with PKCE, state and nonce. */
export async function beginSignIn(
  { issuer, client }: SitePool,
  redirectUri: string,
  next: string,
): Promise<{ location: string; attempt: SignInAttempt }> {
  const { authorization_endpoint: endpoint } = await discover(issuer);
  const [state, nonce, verifier] = [secretText(), secretText(), secretText()];
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectUri,
    scope: 'openid',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return { location: `${endpoint}?${query}`, attempt: { state, nonce, verifier, redirectUri, next } };
}

/** Whether an answer is one to this browser's own attempt (RFC 6749, 10.12). */
export function isAnswerTo(attempt: SignInAttempt, state: string | null): boolean {
  const [one, other] = [Buffer.from(attempt.state), Buffer.from(state ?? '')];
  return one.length === other.length && timingSafeEqual(one, other);
}

/**
 * The code for an id token, and whom that names (OpenID Connect Core, 3.1.3.7).
 * @throws Error when the pool gives no token, or one that is not meant for this sign-in
 */
export async function finishSignIn(
  { issuer, client }: SitePool,
  attempt: SignInAttempt,
  code: string,
): Promise<Reader> {
  const { token_endpoint: endpoint, jwks_uri: jwksUri } = await discover(issuer);
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: client.clientId,
    redirect_uri: attempt.redirectUri,
    code,
    code_verifier: attempt.verifier,
  });
  const answer = await ask(endpoint, { method: 'POST', body });
  const { payload } = await jwtVerify(String(answer.id_token), keysAt(jwksUri), {
    issuer,
    audience: client.clientId,
    algorithms: ['RS256'],
    requiredClaims: ['sub', 'exp', 'nonce'],
  });
  if (payload.nonce !== attempt.nonce || payload.token_use !== 'id')
    throw new Error('The id token is not the one of this sign-in');
  const username = payload['cognito:username'];
  return {
    userId: payload.sub ?? '',
    username: typeof username === 'string' ? username : (payload.sub ?? ''),
    expiresAt: payload.exp ?? 0,
  };
}

/** Where the pool's own session ends too. @param portalUrl where to come back, if the app client has it registered */
export function signOutLocation({ issuer, client }: SitePool, portalUrl: string): string {
  const back = [portalUrl, `${portalUrl}/`].find((url) => client.logoutUrls.includes(url));
  const query = new URLSearchParams({ client_id: client.clientId, ...(back && { logout_uri: back }) });
  return `${issuer}/logout?${query}`;
}

const discoveryMembers = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const;
type Discovery = Record<(typeof discoveryMembers)[number], string>;

/** OpenID Connect Discovery 1.0, section 4: every address is the pool's own. */
async function discover(issuer: string): Promise<Discovery> {
  const told = await ask(`${issuer}/.well-known/openid-configuration`);
  if (told.issuer !== issuer) throw new Error('The user pool names another issuer');
  const entries = discoveryMembers.map((member) => [member, String(told[member])] as const);
  for (const [member, address] of entries)
    if (!address.startsWith(`${issuer}/`)) throw new Error(`The user pool has no ${member} of its own`);
  return Object.fromEntries(entries) as Discovery;
}

async function ask(address: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
  const answer = await fetch(address, {
    ...init,
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  });
  if (!answer.ok) throw new Error(`The user pool answered ${answer.status} to ${new URL(address).pathname}`);
  const told: unknown = await answer.json();
  return typeof told === 'object' && told !== null ? { ...told } : {};
}

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

/** Kept between sign-ins; a key that is new is asked for. */
function keysAt(jwksUri: string) {
  const keys = keySets.get(jwksUri) ?? createRemoteJWKSet(new URL(jwksUri));
  keySets.set(jwksUri, keys);
  return keys;
}

const secretText = () => randomBytes(32).toString('base64url');
