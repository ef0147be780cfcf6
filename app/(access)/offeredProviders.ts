import { identityProviders } from '@/lib/auth/identityProviders';
import { userPoolProvider } from '@/lib/model/userPoolSignIn';
import { control } from '@/lib/runtime/slot';
import type { Provider } from './_components/ProviderButtons';

/** The ways to sign in besides a password: the user pool of the settings, then the environment's. */
export async function offeredProviders(): Promise<Provider[]> {
  const pool = await control().users.signInPool();
  return [
    ...(pool ? [{ id: userPoolProvider, name: pool.name }] : []),
    ...identityProviders(process.env).map(({ id, name }) => ({ id, name })),
  ];
}
