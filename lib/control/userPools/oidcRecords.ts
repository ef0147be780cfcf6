import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { oidcRecords } from '@/db/schema';
import type { ControlPorts } from '../ports';

export type OidcPayload = Record<string, unknown>;

/**
 * What a pool's provider keeps: sessions, interactions, codes, grants and refresh tokens, in oidc-provider's own
 * form, so that the provider and Cognito's calls share them. Ids are secrets that their holders show: they are
 * stored as keyed hashes, and payloads sealed. Only what rows are found by stands open.
 */
export interface OidcRecords {
  /** @param expiresIn seconds; undefined: for good */
  put(kind: string, id: string, payload: OidcPayload, expiresIn?: number): Promise<void>;
  /** `consumed` of the payload is set once it was. Expired ones are found too until they are swept. */
  find(kind: string, id: string): Promise<OidcPayload | undefined>;
  findByUid(kind: string, uid: string): Promise<OidcPayload | undefined>;
  /** @returns false when it was consumed before, or is gone: of two at the same time only one gets true */
  consume(kind: string, id: string): Promise<boolean>;
  destroy(kind: string, id: string): Promise<void>;
  /** @param kind absent: of every kind */
  revokeByGrantId(grantId: string, kind?: string): Promise<void>;
}

export function openOidcRecords(
  { db, now, secrets }: Pick<ControlPorts, 'db' | 'now' | 'secrets'>,
  userPoolId: string,
): OidcRecords {
  const hashed = (kind: string, id: string) => secrets.hash(`${userPoolId} ${kind} ${id}`);
  const at = (kind: string, id: string) =>
    and(
      eq(oidcRecords.userPoolId, userPoolId),
      eq(oidcRecords.kind, kind),
      eq(oidcRecords.id, hashed(kind, id)),
    );
  const opened = (row?: typeof oidcRecords.$inferSelect) => {
    if (!row) return undefined;
    const payload = JSON.parse(secrets.decrypt(String(row.payload.sealed))) as OidcPayload;
    return row.consumedAt ? { ...payload, consumed: seconds(row.consumedAt.getTime()) } : payload;
  };
  return {
    async put(kind, id, payload, expiresIn) {
      const { accountId, clientId, grantId, uid } = payload;
      const row = {
        grantId: text(grantId),
        uid: text(uid),
        payload: { sealed: secrets.encrypt(JSON.stringify(payload)), accountId, clientId },
        expiresAt: expiresIn === undefined ? null : new Date(now() + expiresIn * 1000),
      };
      await db
        .insert(oidcRecords)
        .values({ userPoolId, kind, id: hashed(kind, id), ...row })
        .onConflictDoUpdate({ target: [oidcRecords.userPoolId, oidcRecords.kind, oidcRecords.id], set: row });
    },
    async find(kind, id) {
      const [row] = await db.select().from(oidcRecords).where(at(kind, id));
      return opened(row);
    },
    async findByUid(kind, uid) {
      const [row] = await db
        .select()
        .from(oidcRecords)
        .where(
          and(eq(oidcRecords.userPoolId, userPoolId), eq(oidcRecords.kind, kind), eq(oidcRecords.uid, uid)),
        );
      return opened(row);
    },
    async consume(kind, id) {
      const first = await db
        .update(oidcRecords)
        .set({ consumedAt: new Date(now()) })
        .where(and(at(kind, id), isNull(oidcRecords.consumedAt)))
        .returning({ id: oidcRecords.id });
      return first.length > 0;
    },
    async destroy(kind, id) {
      await db.delete(oidcRecords).where(at(kind, id));
    },
    async revokeByGrantId(grantId, kind) {
      const ofKind = kind === undefined ? undefined : eq(oidcRecords.kind, kind);
      await db
        .delete(oidcRecords)
        .where(and(eq(oidcRecords.userPoolId, userPoolId), eq(oidcRecords.grantId, grantId), ofKind));
    },
  };
}

/** Ends a person's sessions, grants, codes and refresh tokens, and with them what is asked online. */
export async function revokeAccount(db: Db, userPoolId: string, userId: string): Promise<void> {
  const theirs = sql`${oidcRecords.payload} ->> 'accountId' = ${userId}`;
  await db.delete(oidcRecords).where(and(eq(oidcRecords.userPoolId, userPoolId), theirs));
}

const seconds = (ms: number) => Math.floor(ms / 1000);
const text = (value: unknown) => (typeof value === 'string' ? value : null);
