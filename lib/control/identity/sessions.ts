import type { PolicyPrincipal, Session } from '@gatehouse/gateway/identity';
import type { Db } from '@/db/client';
import type { SessionSubject, TemporaryCredentials } from '@/lib/model/identity';
import { read, write } from '../operation';
import { findRole } from './findRole';
import { findUser } from './findUser';
import { newSecretAccessKey, newTemporaryKeyId } from './newIds';
import { trusts } from './trustPolicy';

/** Keys that end. Whether their asker may have them is asked before (`trusts`, and the door's policies). */
export const issueCredentials = write(
  { name: 'sts:IssueCredentials', permission: 'administrator' },
  async (
    { db, now, ports, audit },
    subject: SessionSubject,
    durationSeconds: number,
  ): Promise<TemporaryCredentials> => {
    const keys = { accessKeyId: newTemporaryKeyId(), secretAccessKey: newSecretAccessKey() };
    const issuedAt = now.getTime();
    const expiration = issuedAt + durationSeconds * 1000;
    const whose = await subjectOf(db, subject);
    const sessionToken = ports.secrets.sessionTokens.seal({ ...keys, issuedAt, expiration, subject: whose });
    audit(keys.accessKeyId, { ...subject, durationSeconds });
    return { ...keys, sessionToken, expiration };
  },
);

async function subjectOf(db: Db, subject: SessionSubject): Promise<Session['subject']> {
  if ('userName' in subject) {
    const { userName, userId } = await findUser(db, subject.userName);
    return { userName, userId };
  }
  const { roleId } = await findRole(db, subject.roleName);
  return { roleId, roleSessionName: subject.roleSessionName };
}

/** Whom the role's trust policy lets in: the asker itself, its whole account, or not at all. */
export const roleTrusts = read(
  { name: 'sts:AssumeRole', permission: 'administrator' },
  async (
    { db },
    roleName: string,
    principal: PolicyPrincipal,
    context: ReadonlyMap<string, readonly string[]>,
  ): Promise<'principal' | 'account' | 'nobody'> =>
    trusts((await findRole(db, roleName)).assumeRolePolicyDocument, principal, context),
);
