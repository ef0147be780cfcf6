import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { accessKeys } from '@/db/schema';
import type { ControlContext } from '../ControlContext';
import { userArn } from './arns';
import { findUser } from './findUser';
import { heldPolicies } from './heldPolicies';

/** A key that signs, and its user. */
export interface Credential {
  accessKeyId: string;
  secretAccessKey: string;
  userName: string;
  userId: string;
  arn: string;
  /** JSON texts of inline and attached policies */
  policies: string[];
  /** ms since the epoch */
  lastUsedAt: number | undefined;
}

/** For the doors that check signatures, and for nobody else: no operation of the control plane's face gives a secret. */
export interface Credentials {
  /** Undefined for a key that is unknown or inactive. */
  find(accessKeyId: string): Promise<Credential | undefined>;
  /** Notes that a key has signed, to the minute. */
  used(credential: Credential): Promise<void>;
}

const MINUTE = 60_000;

export function credentialsOf({ ports }: ControlContext): Credentials {
  const { db, secrets } = ports;
  return {
    async find(accessKeyId) {
      const active = and(eq(accessKeys.accessKeyId, accessKeyId), eq(accessKeys.status, 'Active'));
      const [key] = await db.select().from(accessKeys).where(active);
      if (!key) return undefined;
      const user = await findUser(db, key.userName);
      const policies = await heldPolicies(db, user);
      return {
        accessKeyId,
        secretAccessKey: secrets.decrypt(key.secretSealed),
        userName: user.userName,
        userId: user.userId,
        arn: userArn(ports.config.accountId, user.userName),
        policies: policies.map(({ document }) => document),
        lastUsedAt: key.lastUsedAt?.getTime(),
      };
    },
    async used({ accessKeyId, lastUsedAt = 0 }) {
      const now = ports.now();
      if (now - lastUsedAt < MINUTE) return;
      const before = or(isNull(accessKeys.lastUsedAt), lt(accessKeys.lastUsedAt, new Date(now)));
      await db
        .update(accessKeys)
        .set({ lastUsedAt: new Date(now) })
        .where(and(eq(accessKeys.accessKeyId, accessKeyId), before));
    },
  };
}
