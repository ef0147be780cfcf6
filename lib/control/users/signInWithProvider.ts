import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { userIdentities, users } from '@/db/schema';
import { ControlError, type ErrorCode, isControlError } from '@/lib/model/ControlError';
import { newId } from '@/lib/model/ids';
import { email, type Role } from '@/lib/model/role';
import { userPoolProvider } from '@/lib/model/userPoolSignIn';
import type { ControlContext, WriteCall } from '../ControlContext';
import type { Control } from '../control';
import { runWrite } from '../operation';
import { parse } from '../parse';
import type { FailedSignIns, SignInFailure } from './failedSignIns';
import { emailTaken, insertUser } from './insertUser';
import { openSession } from './openSession';
import { readUser, type StoredUser } from './readUser';
import { mustBeOpen } from './signUp';

const providerInput = z.object({
  // The pool's people come by signInWithUserPool, which asks the pool.
  provider: z
    .string()
    .min(1)
    .max(64)
    .refine((id) => id !== userPoolProvider),
  providerAccountId: z.string().min(1, 'The identity provider named no account').max(256),
  email,
  name: z.string().trim().max(120).catch(''),
});
type Identity = Pick<z.output<typeof providerInput>, 'provider' | 'providerAccountId'>;

/**
 * Sign-in by an identity provider. An account is found by (provider, account id) and by nothing else: an e-mail
 * address alone never opens an account that exists, not even one that the provider verified, because the account
 * here may have been made by someone who never proved to own that address and who would then share it, and
 * because providers hand addresses on to other people.
 */
export function signInWithProvider(
  context: ControlContext,
  failures: FailedSignIns,
): Control['users']['signInWithProvider'] {
  return async ({ sourceIp, ...input }) => {
    const given = parse(providerInput, input);
    return runWrite(context, { kind: 'visitor' }, 'SignInWithProvider', async (call) => {
      const found =
        (await findByIdentity(call.db, given)) ?? (await makeAccount(call, { ...given, role: 'developer' }));
      if (found.row.disabled) throw new ControlError('UnauthorizedException', 'This account cannot sign in');
      await call.db.update(users).set({ lastSignInAt: call.now }).where(eq(users.id, found.row.id));
      call.audit(found.row.id, { provider: given.provider });
      return openSession(call, { ...found, row: { ...found.row, lastSignInAt: call.now } });
    }).catch((error: unknown) => noteRefusal(failures, error, { account: given.email, sourceIp }));
  };
}

/** Writes why a sign-in was refused into the audit log, then passes the refusal on. */
export async function noteRefusal(
  failures: FailedSignIns,
  error: unknown,
  who: { account: string; sourceIp: string },
): Promise<never> {
  const reason = isControlError(error) ? failureByCode[error.code] : undefined;
  if (reason) await failures.note({ ...who, reason });
  throw error;
}

const failureByCode: Partial<Record<ErrorCode, SignInFailure>> = {
  UnauthorizedException: 'disabled account',
  AccessDeniedException: 'sign-up is closed',
  ConflictException: 'e-mail address belongs to another account',
};

export async function findByIdentity(db: Db, given: Identity): Promise<StoredUser | undefined> {
  const [identity] = await db
    .select({ userId: userIdentities.userId })
    .from(userIdentities)
    .where(
      and(
        eq(userIdentities.provider, given.provider),
        eq(userIdentities.providerAccountId, given.providerAccountId),
      ),
    );
  return identity && readUser(db, identity.userId);
}

/** A new account of an identity; a developer's only while sign-up is open. */
export async function makeAccount(
  { db, now }: WriteCall,
  given: Identity & { email: string; name: string; role: Role },
): Promise<StoredUser> {
  const { provider, providerAccountId, role } = given;
  await refuseTaken(db, given.email);
  if (role === 'developer') await mustBeOpen(db);
  const name = given.name || given.email;
  const made = await insertUser(db, now, { email: given.email, name, role, passwordHash: null });
  await db.insert(userIdentities).values({ id: newId(10), userId: made.row.id, provider, providerAccountId });
  return readUser(db, made.row.id);
}

async function refuseTaken(db: Db, address: string): Promise<void> {
  const [taken] = await db.select({ id: users.id }).from(users).where(eq(users.email, address));
  if (taken) throw emailTaken();
}
