import { randomBytes, timingSafeEqual } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { settings, users } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { firstStart, type User } from '@/lib/model/role';
import type { ControlContext, WriteCall } from '../ControlContext';
import type { Control } from '../control';
import { runRead, runWrite } from '../operation';
import { parse } from '../parse';
import { createPasswords, type Passwords } from './createPasswords';
import { insertUser } from './insertUser';
import { toUser } from './readUser';
import { personInput } from './userInput';

const setting = 'setupTokenHash';
const visitor = { kind: 'visitor' } as const;
/** Any number that all processes agree on: one first administrator at a time. */
const SETUP_LOCK = 7_402_005;

export function setupPending(context: ControlContext): Control['users']['setupPending'] {
  return () => runRead(context, visitor, ({ db }) => hasNoAdministrator(db));
}

async function hasNoAdministrator(db: Db): Promise<boolean> {
  const [found] = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.role, 'administrator'))
    .limit(1);
  return !found;
}

/**
 * For the process that starts: a new one-time token for the first administrator's link, or null when there is
 * an administrator. Only its hash is stored; an earlier token is dead from then on.
 */
export function issueSetupToken(context: ControlContext): Promise<string | null> {
  const token = randomBytes(32).toString('base64url');
  const value = context.ports.secrets.hash(token);
  return runWrite(context, firstStart, 'IssueSetupToken', async ({ db, audit }) => {
    audit('setup');
    if (!(await hasNoAdministrator(db))) return null;
    await db
      .insert(settings)
      .values({ name: setting, value })
      .onConflictDoUpdate({ target: settings.name, set: { value } });
    return token;
  });
}

/** @throws ControlError AccessDeniedException for a wrong or used token, and once an administrator exists */
export function createFirstAdministrator(
  context: ControlContext,
  passwords: Passwords,
): Control['users']['createFirstAdministrator'] {
  return async ({ token, ...input }) => {
    const hash = context.ports.secrets.hash(String(token));
    // Asked first, so that strangers cannot make this process hash passwords all day.
    await runRead(context, visitor, ({ db }) => checkToken(db, hash));
    const { password, ...person } = parse(personInput, input);
    const passwordHash = await passwords.hash(password);
    return runWrite(context, visitor, 'CreateFirstAdministrator', async (call) => {
      await lockSetup(call.db);
      await checkToken(call.db, hash);
      return insertFirst(call, { ...person, passwordHash });
    });
  };
}

/**
 * From GATEHOUSE_ADMIN_EMAIL and GATEHOUSE_ADMIN_PASSWORD.
 * @returns null when an administrator exists: the variables then change nothing
 * @throws ControlError BadRequestException when they do not make an account
 */
export async function bootstrapAdministrator(
  context: ControlContext,
  input: { email: string; password: string },
  passwords = createPasswords(),
): Promise<User | null> {
  const { password, ...person } = parse(personInput, { ...input, name: 'Administrator' });
  if (!(await setupPending(context)())) return null;
  const passwordHash = await passwords.hash(password);
  return runWrite(context, firstStart, 'BootstrapAdministrator', async (call) => {
    await lockSetup(call.db);
    if (await hasNoAdministrator(call.db)) return insertFirst(call, { ...person, passwordHash });
    call.audit('setup', { skipped: 'an administrator exists' });
    return null;
  });
}

async function lockSetup(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${SETUP_LOCK})`);
}

async function checkToken(db: Db, hash: string): Promise<void> {
  const [stored] = await db.select().from(settings).where(eq(settings.name, setting));
  const expected = Buffer.from(String(stored?.value ?? ''));
  const actual = Buffer.from(hash);
  const right = expected.length === actual.length && timingSafeEqual(expected, actual);
  if (!right || !(await hasNoAdministrator(db)))
    throw new ControlError('AccessDeniedException', 'This link is not valid, or it was used already');
}

async function insertFirst(
  { db, now, audit }: WriteCall,
  person: { email: string; name: string; passwordHash: string },
): Promise<User> {
  const made = await insertUser(db, now, { ...person, role: 'administrator' });
  await db.delete(settings).where(eq(settings.name, setting));
  audit(made.row.id, { email: person.email });
  return toUser(made);
}
