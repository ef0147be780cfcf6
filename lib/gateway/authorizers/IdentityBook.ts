import { compilePolicy } from '../policy/compilePolicy';
import { decideAll } from '../policy/decideAll';
import type { PolicyDecision, PolicyPrincipal, PolicyRequest } from '../policy/PolicyRequest';
import type { AccessKeyDocument, IamUserDocument } from '../snapshot/types';
import type { SigningKey } from './sigv4/verifySignature';

/** An IAM user, ready to be asked. */
export interface IamUser {
  userName: string;
  userId: string;
  principal: PolicyPrincipal;
  /** What all of its policies say together: a Deny of one wins over the Allow of another. */
  decide(request: PolicyRequest): PolicyDecision['effect'] | undefined;
}

export interface UserKey extends SigningKey {
  user: IamUser;
}

/** The users and access keys of one publication. */
export class IdentityBook {
  private readonly keys = new Map<string, UserKey>();

  /** @throws MalformedPolicy */
  constructor(users: readonly IamUserDocument[] = [], keys: readonly AccessKeyDocument[] = []) {
    const byName = new Map(users.map((user) => [user.userName, compileUser(user)]));
    for (const { accessKeyId, secretAccessKey, userName } of keys) {
      const user = byName.get(userName);
      if (user) this.keys.set(accessKeyId, { accessKeyId, secretAccessKey, user });
    }
  }

  find(accessKeyId: string): UserKey | undefined {
    return this.keys.get(accessKeyId);
  }
}

function compileUser({ userName, userId, arn, policies }: IamUserDocument): IamUser {
  const compiled = policies.map((text) => compilePolicy(text, { kind: 'identity' }));
  const accountId = arn.split(':')[4] ?? '';
  return {
    userName,
    userId,
    principal: { arn, accountId },
    decide: (request) => decideAll(compiled, request),
  };
}
