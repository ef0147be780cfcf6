import { z } from 'zod';
import type { Secrets } from '../../ports';
import type { PoolUserRow } from '../users/readPoolUsers';

/** Cognito's AuthSessionValidity where nobody set it: 3 minutes, in ms. */
const VALIDITY = 180_000;

const challenge = z.object({
  clientId: z.string(),
  userId: z.string(),
  password: z.string(),
  endsAt: z.number(),
});

/**
 * What InitiateAuth answers as `Session` where a password must be changed: sealed, so that it proves the first
 * password without keeping anything. It holds the mark of that password: once the password is changed, it is over.
 */
export function sealChallenge(secrets: Secrets, clientId: string, user: PoolUserRow, now: number): string {
  const { id: userId } = user;
  const password = passwordMark(secrets, user);
  return secrets.encrypt(JSON.stringify({ clientId, userId, password, endsAt: now + VALIDITY }));
}

/** @returns the user's id, or null for a session that is over, forged or another client's */
export function openChallenge(secrets: Secrets, sealed: string, clientId: string, now: number) {
  try {
    const found = challenge.parse(JSON.parse(secrets.decrypt(sealed)));
    return found.endsAt > now && found.clientId === clientId ? found : null;
  } catch {
    // Neither sealed here nor a challenge.
    return null;
  }
}

export const passwordMark = (secrets: Secrets, { passwordHash }: PoolUserRow) =>
  secrets.hash(`challenge ${passwordHash}`);
