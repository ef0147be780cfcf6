import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { Control } from '@/lib/control/control';
import type { SignInPoolClient } from '@/lib/control/users/UsersControl';
import { isControlError } from '@/lib/model/ControlError';
import { sessionSeconds } from '@/lib/model/session';
import { userPoolProvider } from '@/lib/model/userPoolSignIn';
import { emailVerified, identityProviders, userPoolIdentityProvider } from './identityProviders';

/** Set by the server from the socket, whatever the client sent (lib/runtime/control). */
export const sourceIpHeader = 'x-gatehouse-source-ip';

/**
 * next-auth's options over the control plane. A browser's token names a session that the control plane keeps; every
 * read asks whether it still stands, so that signing out, a changed password or role ends it at once, copies too.
 * @param sourceIp of a request that signs in
 * @param pool by which people may sign in too; only requests to next-auth itself need it
 */
export function authOptions(
  control: Control,
  env: Record<string, string | undefined>,
  sourceIp = 'unknown',
  pool: SignInPoolClient | null = null,
): AuthOptions {
  return {
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      passwordProvider(control, sourceIp),
      ...(pool ? [userPoolIdentityProvider(pool)] : []),
      ...identityProviders(env),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (!account || account.provider === 'credentials') return true;
        if (account.provider === userPoolProvider && pool)
          return admit(user, () =>
            control.users.signInWithUserPool({
              userPoolId: pool.userPoolId,
              poolUserId: account.providerAccountId,
              sourceIp,
            }),
          );
        return admitProviderAccount(control, user, account, { verified: emailVerified(profile), sourceIp });
      },
      async jwt({ token, user }) {
        if (!user) return token;
        return { sub: user.id, sessionId: user.sessionId };
      },
      async session({ session, token }) {
        const known = token.sessionId ? await control.users.bySession(token.sessionId) : null;
        return { expires: session.expires, account: known };
      },
    },
    events: {
      async signOut({ token }) {
        if (token?.sessionId) await control.users.signOut(token.sessionId);
      },
    },
  };
}

function passwordProvider(control: Control, sourceIp: string) {
  return CredentialsProvider({
    name: 'E-mail and password',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(credentials) {
      const user = await control.users
        .authenticate({
          email: credentials?.email ?? '',
          password: credentials?.password ?? '',
          sourceIp,
        })
        .catch(refusal);
      return { id: user.id, email: user.email, name: user.name, sessionId: user.sessionId };
    },
  });
}

/** next-auth shows the message of a thrown Error as `error`: send the code, the page knows the words. */
function refusal(error: unknown): never {
  throw new Error(isControlError(error) ? error.code : 'ServiceUnavailableException');
}

async function admitProviderAccount(
  control: Control,
  user: Admitted,
  account: { provider: string; providerAccountId: string },
  { verified, sourceIp }: { verified: boolean; sourceIp: string },
): Promise<true | string> {
  const { email } = user;
  if (!email) return '/sign-in?error=EmailRequired';
  return admit(user, () =>
    control.users.signInWithProvider({
      provider: account.provider,
      providerAccountId: account.providerAccountId,
      email,
      emailVerified: verified,
      name: user.name ?? email,
      sourceIp,
    }),
  );
}

interface Admitted {
  id: string;
  email?: string | null;
  name?: string | null;
  sessionId?: string;
}

/** True once the account is signed in; else where the browser is sent with the refusal's code. */
async function admit(
  user: Admitted,
  signIn: () => Promise<{ id: string; sessionId: string }>,
): Promise<true | string> {
  try {
    const found = await signIn();
    // next-auth hands this same object to the jwt callback.
    user.id = found.id;
    user.sessionId = found.sessionId;
    return true;
  } catch (error) {
    const code = isControlError(error) ? error.code : 'ServiceUnavailableException';
    // No password was wrong here: the provider's was right, and the account is shut.
    return `/sign-in?error=${code === 'UnauthorizedException' ? 'AccountRefused' : code}`;
  }
}
