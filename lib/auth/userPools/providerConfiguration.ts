import type { Context, Token } from 'oidc-provider';
import type { ControlPorts } from '@/lib/control/ports';
import { openOidcRecords } from '@/lib/control/userPools/oidcRecords';
import type { OpenPool } from '@/lib/control/userPools/tokens/openPool';
import type { Oidc } from './Oidc';
import { oidcAdapter } from './oidcAdapter';
import { errorPage, signedOutPage, signingOutPage } from './pages';
import { findPoolAccount } from './poolAccount';
import { poolClients, scopesOf } from './poolClients';

/** Seconds: the hosted session, as Cognito's; the time to fill a form in; from the browser to the client's server. */
const SESSION = 3600;
const INTERACTION = 900;
const CODE = 60;

const on = { enabled: true };
const off = { enabled: false };

/** Paths are Cognito's, so that clients which know those find them. */
const routes = {
  authorization: '/oauth2/authorize',
  token: '/oauth2/token',
  userinfo: '/oauth2/userInfo',
  revocation: '/oauth2/revoke',
  jwks: '/.well-known/jwks.json',
  end_session: '/logout',
};

/** https://github.com/panva/node-oidc-provider/blob/main/docs/README.md @param cookieKeys sign the cookies */
export function providerConfiguration(
  oidc: Oidc,
  ports: ControlPorts,
  pool: OpenPool,
  cookieKeys: string[],
): object {
  const records = openOidcRecords(ports, pool.id);
  const clients = poolClients(ports, pool);
  return {
    adapter: (kind: string) => oidcAdapter(oidc, kind, records, clients),
    jwks: { keys: pool.keys.map(({ jwk }) => jwk) },
    cookies: cookies(pool.id, cookieKeys),
    routes,
    features: {
      devInteractions: off,
      clientCredentials: on,
      revocation: { enabled: true, allowedPolicy: isOwnToken },
      dPoP: off,
      pushedAuthorizationRequests: off,
      resourceIndicators: off,
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: signingOutPage,
        postLogoutSuccessSource: signedOutPage,
      },
    },
    renderError: errorPage,
    scopes: scopesOf(pool),
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      phone: ['phone_number'],
    },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    clientBasedCORS: (_context: Context, origin: string, client: { redirectUris: string[] }) =>
      client.redirectUris.some((address) => originOf(address) === origin),
    // An app that anyone can take apart holds no secret: its code is bound to whoever asked for it (RFC 9700, 2.1.1).
    pkce: {
      required: (_context: Context, client: { clientAuthMethod: string }) =>
        client.clientAuthMethod === 'none',
    },
    allowOmittingSingleRegisteredRedirectUri: false,
    findAccount: (_context: Context, sub: string) => findPoolAccount(ports, pool.id, sub),
    loadExistingGrant: grantWhatIsAsked,
    interactions: {
      policy: policy(oidc),
      url: (_context: Context, { uid }: { uid: string }) => interactionPath(pool.id, uid),
    },
    expiresWithSession: async () => false,
    issueRefreshToken: async (_context: Context, client: { grantTypeAllowed(type: string): boolean }) =>
      client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: ({ oidc }: Context) => oidc.client.clientAuthMethod === 'none',
    ttl: lifetimes(pool),
  };
}

/** Below it lie the hosted pages of one sign-in; its cookie is sent there and nowhere else. */
export const interactionPath = (userPoolId: string, uid: string) =>
  `/userpools/${userPoolId}/interaction/${uid}`;

/** Another pool's are other cookies: no browser sends them here. */
function cookies(userPoolId: string, keys: string[]) {
  const common = { httpOnly: true, sameSite: 'lax' };
  return {
    names: { session: 'pool_session', interaction: 'pool_interaction', resume: 'pool_interaction_resume' },
    keys,
    long: { ...common, path: `/userpools/${userPoolId}` },
    short: common,
  };
}

function lifetimes({ settings }: OpenPool) {
  const refresh = settings.refreshTokenValidity * 86_400;
  return {
    AccessToken: settings.accessTokenValidity * 60,
    ClientCredentials: settings.accessTokenValidity * 60,
    IdToken: settings.idTokenValidity * 60,
    AuthorizationCode: CODE,
    Interaction: INTERACTION,
    Session: SESSION,
    Grant: refresh,
    // Handing one on for another makes nobody's sign-in last longer.
    RefreshToken: (context: Context | undefined, _token: Token) =>
      context?.oidc.entities.RotatedRefreshToken?.remainingTTL ?? refresh,
  };
}

async function isOwnToken(_context: Context, client: { clientId: string }, token: Token): Promise<boolean> {
  return token.clientId === client.clientId;
}

/** Clients are the pool's owner's own: nobody is asked whether they may. */
function policy({ interactionPolicy }: Oidc) {
  const prompts = interactionPolicy.base();
  prompts.get('consent').checks.clear();
  prompts
    .get('login')
    .checks.add(
      new interactionPolicy.Check(
        'account_gone',
        'the account of this session cannot sign in any more',
        ({ oidc }) => oidc.session.accountId !== undefined && oidc.account === undefined,
      ),
    );
  return prompts;
}

async function grantWhatIsAsked({ oidc }: Context) {
  const { provider, client, account, session } = oidc;
  if (!account) return undefined;
  const { accountId } = account;
  const grantId = session.grantIdFor(client.clientId);
  const before = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant =
    before?.accountId === accountId ? before : new provider.Grant({ accountId, clientId: client.clientId });
  grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '));
  await grant.save();
  return grant;
}

function originOf(address: string): string | null {
  try {
    return new URL(address).origin;
  } catch {
    return null;
  }
}
