import { eq, sql } from 'drizzle-orm';
import { auditEntries } from '@/db/schema';
import { email } from '@/lib/model/role';
import type { ControlContext } from '../ControlContext';
import { runRead } from '../operation';
import { actorName } from '../permission';
import { addressGroup } from './addressGroup';

/** Why a sign-in failed, as the audit log says it. The person who tries is never told. */
export type SignInFailure =
  | 'unknown account'
  | 'wrong password'
  | 'account without a password'
  | 'disabled account'
  | 'too many tries for the account'
  | 'too many tries from the address'
  | 'sign-up is closed'
  | 'e-mail address belongs to another account';

interface Failure {
  /** as it was typed */
  account: string;
  sourceIp: string;
  reason: SignInFailure;
}

export interface FailedSignIns {
  /** Resolves when the audit log has it. */
  note(failure: Failure): Promise<void>;
}

interface Row {
  id: Promise<number>;
  tries: number;
  /** set while a count waits to be written */
  later?: NodeJS.Timeout;
}

export const failedSignInOperation = 'SignInFailed';
const minute = 60_000;
/** Whoever tries from a thousand addresses gets this many rows a minute; all else is counted in one more. */
const mostRows = 100;
/** So many tries are written one by one; what goes beyond is a flood, whose count is written once a second. */
const exactTries = 10;
const second = 1_000;

/**
 * Writes failed sign-ins into the audit log, so that nobody can fill the database with them: one row a minute for an
 * account, an address and a reason, which counts its tries.
 * @param monotonic ms that only grow
 */
export function failedSignIns(context: ControlContext, monotonic: () => number): FailedSignIns {
  let begun = Number.NEGATIVE_INFINITY;
  const rows = new Map<string, Row>();
  return {
    async note(failure) {
      const now = monotonic();
      if (now - begun >= minute) {
        begun = now;
        rows.clear();
      }
      const named = nameOf(failure);
      const name = rows.has(named) || rows.size < mostRows ? named : 'more';
      const row = rows.get(name);
      if (row) return count(context, row);
      const shown = name === named ? subjectOf(failure) : 'many accounts';
      const made = { id: insert(context, shown, failure), tries: 1 };
      rows.set(name, made);
      // The next failure tries anew to write what could not be written.
      made.id.catch(() => rows.delete(name));
      await made.id;
    },
  };
}

const isAddressWide = ({ reason }: Failure) => reason === 'too many tries from the address';

function nameOf(failure: Failure): string {
  const account = isAddressWide(failure) ? '' : failure.account;
  return JSON.stringify([account, addressGroup(failure.sourceIp), failure.reason]);
}

/** Passwords are typed into the wrong field at times: only what looks like an address is kept. */
function subjectOf(failure: Failure): string {
  if (isAddressWide(failure)) return addressGroup(failure.sourceIp);
  return email.safeParse(failure.account).success ? failure.account : 'not an e-mail address';
}

function insert(context: ControlContext, subject: string, { sourceIp, reason }: Failure): Promise<number> {
  const visitor = { kind: 'visitor' } as const;
  return runRead(context, visitor, async ({ db, now }) => {
    const [row] = await db
      .insert(auditEntries)
      .values({
        time: now,
        actor: actorName(visitor),
        operation: failedSignInOperation,
        subject,
        detail: { reason, sourceIp, tries: 1 },
      })
      .returning({ id: auditEntries.id });
    return row?.id ?? 0;
  });
}

function count(context: ControlContext, row: Row): Promise<void> | undefined {
  row.tries += 1;
  if (row.tries <= exactTries) return write(context, row);
  row.later ??= setTimeout(() => {
    row.later = undefined;
    // Nobody waits for this any more; a count that is not written is less than it was.
    write(context, row).catch(() => {});
  }, second).unref();
}

async function write(context: ControlContext, row: Row): Promise<void> {
  const { tries } = row;
  const id = await row.id;
  const { detail } = auditEntries;
  // Tries at the same time may come here in any order.
  const more = sql`jsonb_set(${detail}, '{tries}', to_jsonb(greatest(${tries}, (${detail} ->> 'tries')::int)))`;
  await runRead(context, { kind: 'visitor' }, ({ db }) =>
    db.update(auditEntries).set({ detail: more }).where(eq(auditEntries.id, id)),
  );
}
