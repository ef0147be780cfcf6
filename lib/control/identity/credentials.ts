import { expiredToken } from '@gatehouse/gateway/identity';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { accessKeys, iamRoles, iamUsers } from '@/db/schema';
import type { ControlContext } from '../ControlContext';
import { roleArn, userArn } from './arns';
import { findUser, type IamUserRow } from './findUser';
import { heldByRole, heldPolicies } from './heldPolicies';

/** A key that signs, and its user. */
export interface Credential {
  accessKeyId: string;
  secretAccessKey: string;
  /** undefined: a role's session */
  userName: string | undefined;
  userId: string;
  arn: string;
  /** of a role's session: the role's own */
  roleArn?: string;
  /** of temporary credentials: ms since the epoch */
  tokenIssuedAt?: number;
  /** JSON texts of inline and attached policies */
  policies: string[];
  /** ms since the epoch */
  lastUsedAt: number | undefined;
}

/** For the doors that check signatures, and for nobody else: no operation of the control plane's face gives a secret. */
export interface Credentials {
  /**
   * Undefined for a key that is unknown or inactive, and for a token that is none.
   * @throws GatewayError EXPIRED_TOKEN
   */
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
        ...(await asUser(context, await findUser(db, key.userName))),
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

type Identity = Pick<Credential, 'userName' | 'userId' | 'arn' | 'roleArn' | 'policies'>;

/** @throws GatewayError EXPIRED_TOKEN, for verifySignature to hand on */
async function ofSession(
  context: ControlContext,
  accessKeyId: string,
  token: string,
): Promise<Credential | undefined> {
  const { ports } = context;
  const session = ports.secrets.sessionTokens.open(token);
  if (session?.accessKeyId !== accessKeyId) return undefined;
  const { subject, secretAccessKey, issuedAt: tokenIssuedAt } = session;
  if (session.expiration <= ports.now()) throw expiredToken();
  const identity = 'roleId' in subject ? await asRole(context, subject) : await asSameUser(context, subject);
  // A session needs no note of its use: it ends.
  return identity && { ...identity, accessKeyId, secretAccessKey, tokenIssuedAt, lastUsedAt: ports.now() };
}

async function asSameUser(
  context: ControlContext,
  { userName, userId }: { userName: string; userId: string },
): Promise<Identity | undefined> {
  const same = and(eq(iamUsers.userName, userName), eq(iamUsers.userId, userId));
  const [user] = await context.ports.db.select().from(iamUsers).where(same);
  return user && asUser(context, user);
}

async function asUser({ ports: { db, config } }: ControlContext, user: IamUserRow): Promise<Identity> {
  const policies = (await heldPolicies(db, user)).map(({ document }) => document);
  const { userName, userId } = user;
  return { userName, userId, arn: userArn(config.accountId, userName), policies };
}

/** A role that was deleted and made again is another one: its id tells. */
async function asRole(
  { ports: { db, config } }: ControlContext,
  { roleId, roleSessionName }: { roleId: string; roleSessionName: string },
): Promise<Identity | undefined> {
  const [role] = await db.select().from(iamRoles).where(eq(iamRoles.roleId, roleId));
  if (!role) return undefined;
  const policies = await heldByRole(db, role);
  return {
    userName: undefined,
    userId: `${roleId}:${roleSessionName}`,
    arn: `arn:aws:sts::${config.accountId}:assumed-role/${role.roleName}/${roleSessionName}`,
    roleArn: roleArn(config.accountId, role.path, role.roleName),
    policies: policies.map(({ document }) => document),
  };
}
