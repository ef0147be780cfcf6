import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { accessKeys, iamRoles } from '@/db/schema';
import type { ControlContext } from '../ControlContext';
import { userArn } from './arns';
import { findUser } from './findUser';
import { heldByRole, heldPolicies } from './heldPolicies';
import { openSession } from './sessions';

/** A key that signs, and its user. */
export interface Credential {
  accessKeyId: string;
  secretAccessKey: string;
  /** undefined: a role's session */
  userName: string | undefined;
  userId: string;
  arn: string;
  /** JSON texts of inline and attached policies */
  policies: string[];
  /** ms since the epoch */
  lastUsedAt: number | undefined;
}

/** For the doors that check signatures, and for nobody else: no operation of the control plane's face gives a secret. */
export interface Credentials {
  /** Undefined for a key that is unknown or inactive, and for a session that has ended. */
  find(accessKeyId: string, sessionToken?: string): Promise<Credential | undefined>;
  /** Notes that a key has signed, to the minute. */
  used(credential: Credential): Promise<void>;
}

const MINUTE = 60_000;

export function credentialsOf(context: ControlContext): Credentials {
  const { ports } = context;
  const { db, secrets } = ports;
  return {
    async find(accessKeyId, sessionToken) {
      if (sessionToken !== undefined) return ofSession(context, accessKeyId, sessionToken);
      const active = and(eq(accessKeys.accessKeyId, accessKeyId), eq(accessKeys.status, 'Active'));
      const [key] = await db.select().from(accessKeys).where(active);
      if (!key) return undefined;
      return {
        ...(await asUser(context, key.userName)),
        accessKeyId,
        secretAccessKey: secrets.decrypt(key.secretSealed),
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

type Identity = Pick<Credential, 'userName' | 'userId' | 'arn' | 'policies'>;

async function ofSession(
  context: ControlContext,
  accessKeyId: string,
  token: string,
): Promise<Credential | undefined> {
  const { ports } = context;
  const session = openSession(ports.secrets, token, ports.now());
  if (session?.accessKeyId !== accessKeyId) return undefined;
  const { subject, secretAccessKey } = session;
  const identity =
    'userName' in subject ? await asUser(context, subject.userName) : await asRole(context, subject);
  // A session needs no note of its use: it ends.
  return identity && { ...identity, accessKeyId, secretAccessKey, lastUsedAt: ports.now() };
}

async function asUser({ ports: { db, config } }: ControlContext, name: string): Promise<Identity> {
  const user = await findUser(db, name);
  const policies = (await heldPolicies(db, user)).map(({ document }) => document);
  const { userName, userId } = user;
  return { userName, userId, arn: userArn(config.accountId, userName), policies };
}

/** A role that was deleted and made again is another one: its id tells. */
async function asRole(
  { ports: { db, config } }: ControlContext,
  { roleName, roleId, roleSessionName }: { roleName: string; roleId: string; roleSessionName: string },
): Promise<Identity | undefined> {
  const [role] = await db.select().from(iamRoles).where(eq(iamRoles.roleId, roleId));
  if (!role) return undefined;
  const policies = await heldByRole(db, role);
  return {
    userName: undefined,
    userId: `${roleId}:${roleSessionName}`,
    arn: `arn:aws:sts::${config.accountId}:assumed-role/${roleName}/${roleSessionName}`,
    policies: policies.map(({ document }) => document),
  };
}
