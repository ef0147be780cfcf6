import { z } from 'zod';
import type { SessionSubject, TemporaryCredentials } from '@/lib/model/identity';
import { read, write } from '../operation';
import type { Secrets } from '../ports';
import { findRole } from './findRole';
import { findUser } from './findUser';
import { newSecretAccessKey, newTemporaryKeyId } from './newIds';
import { trusts } from './trustPolicy';

/**
 * What a session token says, sealed with the installation's own key: sessions are written nowhere, and end by
 * themselves. Policies are read at each call, so that what a role loses its sessions lose.
 */
const session = z.object({
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
  /** ms since the epoch */
  expiration: z.number(),
  subject: z.union([
    z.object({ userName: z.string() }),
    z.object({ roleName: z.string(), roleId: z.string(), roleSessionName: z.string() }),
  ]),
});
export type Session = z.infer<typeof session>;

/** Undefined for what is no token of this installation, or one that has ended. */
export function openSession(secrets: Secrets, token: string, now: number): Session | undefined {
  try {
    const text = secrets.decrypt(Buffer.from(token, 'base64').toString());
    const opened = session.parse(JSON.parse(text));
    return opened.expiration > now ? opened : undefined;
  } catch {
    return undefined;
  }
}

/** Keys that end. Whether their asker may have them is asked before (`trusts`, and the door's policies). */
export const issueCredentials = write(
  { name: 'sts:IssueCredentials', permission: 'administrator' },
  async (
    { db, now, ports, audit },
    subject: SessionSubject,
    durationSeconds: number,
  ): Promise<TemporaryCredentials> => {
    const keys = { accessKeyId: newTemporaryKeyId(), secretAccessKey: newSecretAccessKey() };
    const expiration = now.getTime() + durationSeconds * 1000;
    const whose =
      'roleName' in subject
        ? { ...subject, roleId: (await findRole(db, subject.roleName)).roleId }
        : { userName: (await findUser(db, subject.userName)).userName };
    const sealed = ports.secrets.encrypt(JSON.stringify({ ...keys, expiration, subject: whose }));
    audit(keys.accessKeyId, { ...subject, durationSeconds });
    return { ...keys, sessionToken: Buffer.from(sealed).toString('base64'), expiration };
  },
);

/** Whom the role's trust policy lets in: the asker itself, its whole account, or not at all. */
export const roleTrusts = read(
  { name: 'sts:AssumeRole', permission: 'administrator' },
  async (
    { db },
    roleName: string,
    principal: { arn: string; accountId: string },
    context: ReadonlyMap<string, readonly string[]>,
  ): Promise<'principal' | 'account' | 'nobody'> =>
    trusts((await findRole(db, roleName)).assumeRolePolicyDocument, principal, context),
);
