import FacebookProvider from 'next-auth/providers/facebook';
import GitHubProvider from 'next-auth/providers/github';
import GoogleProvider from 'next-auth/providers/google';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { SignInPoolClient } from '@/lib/control/users/UsersControl';
import { userPoolProvider } from '@/lib/model/userPoolSignIn';

type Environment = Record<string, string | undefined>;
interface Client {
  clientId: string;
  clientSecret: string;
}

/** `GATEHOUSE_<NAME>_CLIENT_ID` and `_CLIENT_SECRET`; null unless both are set. */
function client(env: Environment, name: string): Client | null {
  const clientId = env[`GATEHOUSE_${name}_CLIENT_ID`];
  const clientSecret = env[`GATEHOUSE_${name}_CLIENT_SECRET`];
  return clientId && clientSecret ? { clientId, clientSecret } : null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Login with Amazon is OAuth 2.0 without OpenID Connect: https://developer.amazon.com/docs/login-with-amazon/ */
function amazon(options: Client): OAuthConfig<Record<string, unknown>> {
  return {
    id: 'amazon',
    name: 'Amazon',
    type: 'oauth',
    authorization: { url: 'https://www.amazon.com/ap/oa', params: { scope: 'profile' } },
    token: 'https://api.amazon.com/auth/o2/token',
    userinfo: 'https://api.amazon.com/user/profile',
    client: { token_endpoint_auth_method: 'client_secret_post' },
    profile: (profile) => ({
      id: text(profile.user_id),
      email: text(profile.email),
      name: text(profile.name),
    }),
    ...options,
  };
}

/** Any OpenID Connect provider: discovery, code flow with PKCE, state and nonce. */
const openIdConnect = (issuer: string) => ({
  type: 'oauth' as const,
  wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  issuer,
  idToken: true,
  checks: ['pkce' as const, 'state' as const, 'nonce' as const],
  authorization: { params: { scope: 'openid email profile' } },
  profile: (claims: Record<string, unknown>) => ({
    id: text(claims.sub),
    email: text(claims.email),
    name: text(claims.name) || text(claims.email),
  }),
});

function oidc(env: Environment, options: Client, issuer: string): OAuthConfig<Record<string, unknown>> {
  return {
    ...openIdConnect(issuer),
    id: 'oidc',
    name: env.GATEHOUSE_OIDC_NAME ?? 'Single sign-on',
    ...options,
  };
}

/** The user pool that an administrator chose, by Gatehouse's own app client in it. */
export const userPoolIdentityProvider = ({
  name,
  issuer,
  clientId,
  clientSecret,
}: SignInPoolClient): OAuthConfig<Record<string, unknown>> => ({
  ...openIdConnect(issuer),
  id: userPoolProvider,
  name,
  clientId,
  clientSecret,
});

/**
 * The identity providers that the environment configures: GITHUB, GOOGLE, AMAZON, FACEBOOK and OIDC
 * (`GATEHOUSE_OIDC_ISSUER`, `GATEHOUSE_OIDC_NAME`).
 */
export function identityProviders(env: Environment) {
  const github = client(env, 'GITHUB');
  const google = client(env, 'GOOGLE');
  const amazonClient = client(env, 'AMAZON');
  const facebook = client(env, 'FACEBOOK');
  const oidcClient = client(env, 'OIDC');
  const issuer = env.GATEHOUSE_OIDC_ISSUER;
  return [
    github && GitHubProvider(github),
    google && GoogleProvider(google),
    amazonClient && amazon(amazonClient),
    facebook && FacebookProvider(facebook),
    oidcClient && issuer ? oidc(env, oidcClient, issuer) : null,
  ].filter((provider) => provider !== null);
}

/** Which e-mail addresses a provider vouches for: GitHub, Amazon and Facebook do not say, so theirs never count. */
export function emailVerified(profile: unknown): boolean {
  return (
    typeof profile === 'object' &&
    profile !== null &&
    'email_verified' in profile &&
    profile.email_verified === true
  );
}
