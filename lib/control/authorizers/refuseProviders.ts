import { eq } from 'drizzle-orm';
import { userPools } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import type { ReadCall } from '../ControlContext';

/** Providers that are neither a user pool of this installation nor an OpenID Connect issuer. */
export async function refuseProviders(call: ReadCall, providers: readonly string[]): Promise<FieldError[]> {
  const wrong: FieldError[] = [];
  for (const [index, provider] of providers.entries()) {
    const message = provider.startsWith('arn:') ? await refusePool(call, provider) : refuseIssuer(provider);
    if (message !== undefined) wrong.push({ field: `providerARNs.${index}`, message });
  }
  return wrong;
}

async function refusePool({ db, ports }: ReadCall, arn: string): Promise<string | undefined> {
  const { region, accountId } = ports.config;
  const prefix = `arn:aws:cognito-idp:${region}:${accountId}:userpool/`;
  const id = arn.startsWith(prefix) ? arn.slice(prefix.length) : '';
  const [pool] = await db
    .select({ id: userPools.id })
    .from(userPools)
    .where(eq(userPools.id, id))
    .for('key share');
  return pool ? undefined : `User pool not found: ${arn}`;
}

function refuseIssuer(text: string): string | undefined {
  return isIssuer(text)
    ? undefined
    : 'Use the ARN of a user pool, or an issuer such as https://issuer.example';
}

/** As OpenID Connect Discovery has issuers: https, no query, no fragment; http only where no network is between. */
export function isIssuer(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal);
  return (
    url !== undefined && isSafe === true && !/[?#]/.test(text) && url.username === '' && url.password === ''
  );
}
