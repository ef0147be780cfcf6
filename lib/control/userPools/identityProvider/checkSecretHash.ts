import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CalledClient } from './ProviderCall';
import { notAuthorized } from './refusals';

/**
 * A client that has a secret proves it with every name that it sends: HMAC-SHA256 of name and client id.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 * @param names whose hash is taken; Cognito accepts the user name, for refresh tokens also the sub
 * @throws IdentityProviderError NotAuthorizedException
 */
export function checkSecretHash(
  { settings: { clientId }, secret }: CalledClient,
  names: readonly string[],
  given: string | undefined,
): void {
  if (secret === null) {
    if (given === undefined) return;
    throw notAuthorized(`Client ${clientId} is not configured for secret but secret was received`);
  }
  if (given === undefined)
    throw notAuthorized(`Client ${clientId} is configured with secret but SECRET_HASH was not received`);
  const right = names.some((name) => equal(secretHash(clientId, secret, name), given));
  if (!right) throw notAuthorized(`Unable to verify secret hash for client ${clientId}`);
}

function secretHash(clientId: string, secret: string, name: string): string {
  return createHmac('sha256', secret).update(`${name}${clientId}`).digest('base64');
}

/** Hashed again, so that lengths are equal and nothing is learned from the time. */
export function equal(one: string, other: string): boolean {
  const digest = (value: string) => createHmac('sha256', 'compare').update(value).digest();
  return timingSafeEqual(digest(one), digest(other));
}
