import { compilePolicy, type Policy } from '../policy/compilePolicy';
import { compileTrustPolicy } from '../policy/compileTrustPolicy';
import { decideAll } from '../policy/decideAll';
import type { PolicyDecision, PolicyPrincipal, PolicyRequest } from '../policy/PolicyRequest';
import type { Signer } from '../ports';
import type { AccessKeyDocument, IamRoleDocument, IamUserDocument } from '../snapshot/types';
import type { Session } from './sessions/sessionTokens';
import type { SigningKey } from './sigv4/verifySignature';

/** An IAM user, or a role's session, ready to be asked. */
export interface IamIdentity {
  /** undefined: a role's session */
  userName: string | undefined;
  /** AIDA..., of a role's session AROA...:name */
  userId: string;
  principal: PolicyPrincipal;
  /** of temporary credentials: when they were made, in ms since the epoch */
  tokenIssuedAt?: number;
  /** What all of its policies say together: a Deny of one wins over the Allow of another. */
  decide(request: PolicyRequest): PolicyDecision['effect'] | undefined;
}

export interface IamKey extends SigningKey {
  user: IamIdentity;
}

interface IamRole extends Pick<IamIdentity, 'decide'> {
  document: IamRoleDocument;
  trust: Policy;
}

/** What identities there can be of. */
export interface IdentityDocuments {
  iamUsers?: readonly IamUserDocument[];
  accessKeys?: readonly AccessKeyDocument[];
  iamRoles?: readonly IamRoleDocument[];
}

/** The users, access keys and roles of one publication. */
export class IdentityBook {
  private readonly users: ReadonlyMap<string, IamIdentity>;
  private readonly keys = new Map<string, IamKey>();
  private readonly roles: ReadonlyMap<string, IamRole>;
  private readonly rolesByArn: ReadonlyMap<string, IamRole>;
  /** by text: most publications change no policy, and managed ones are many identities' */
  private readonly policies = new Map<string, Policy>();
  private readonly trustPolicies = new Map<string, Policy>();

  /**
   * @param before whose compiled policies are taken over
   * @throws MalformedPolicy
   */
  constructor({ iamUsers = [], accessKeys = [], iamRoles = [] }: IdentityDocuments, before?: IdentityBook) {
    const decided = (texts: readonly string[]): IamIdentity['decide'] => {
      const compiled = texts.map((text) =>
        kept(text, this.policies, before?.policies, compileIdentityPolicy),
      );
      return (request) => decideAll(compiled, request);
    };
    this.users = new Map(iamUsers.map((user) => [user.userName, toUser(user, decided(user.policies))]));
    const roles = iamRoles.map((document) => {
      const text = document.assumeRolePolicyDocument;
      const trust = kept(text, this.trustPolicies, before?.trustPolicies, compileTrustPolicy);
      return { document, trust, decide: decided(document.policies) };
    });
    this.roles = new Map(roles.map((role) => [role.document.roleId, role]));
    this.rolesByArn = new Map(roles.map((role) => [role.document.arn, role]));
    for (const { accessKeyId, secretAccessKey, userName } of accessKeys) {
      const user = this.users.get(userName);
      if (user) this.keys.set(accessKeyId, { accessKeyId, secretAccessKey, user });
    }
  }

  /** A user by its own key. */
  find(accessKeyId: string): IamKey | undefined {
    return this.keys.get(accessKeyId);
  }

  /** Whose temporary credentials these are; undefined: its user or role is not there any more. */
  ofSession({ accessKeyId, secretAccessKey, issuedAt, subject }: Session): IamKey | undefined {
    const whose = 'roleId' in subject ? this.sessionOf(subject) : this.userOf(subject);
    return whose && { accessKeyId, secretAccessKey, user: { ...whose, tokenIssuedAt: issuedAt } };
  }

  /** Who signed earlier, as this publication has it: a connection lives longer than what its user may. */
  asOfNow({ userName, userId }: Signer): IamIdentity | undefined {
    if (userName !== undefined) return this.userOf({ userName, userId });
    const [roleId = '', roleSessionName = ''] = userId.split(':');
    return this.sessionOf({ roleId, roleSessionName });
  }

  /** A session of this role; undefined: it is not there, or does not let in who asks. */
  assumed(arn: string, roleSessionName: string, asked: PolicyRequest): IamIdentity | undefined {
    const role = this.rolesByArn.get(arn);
    if (role?.trust.decide(asked)?.effect !== 'Allow') return undefined;
    return this.sessionOf({ roleId: role.document.roleId, roleSessionName });
  }

  private userOf({ userName, userId }: { userName: string; userId: string }): IamIdentity | undefined {
    const user = this.users.get(userName);
    return user?.userId === userId ? user : undefined;
  }

  private sessionOf(subject: { roleId: string; roleSessionName: string }): IamIdentity | undefined {
    const role = this.roles.get(subject.roleId);
    if (!role) return undefined;
    const { roleId, roleName, arn: roleArn } = role.document;
    const accountId = accountOf(roleArn);
    const arn = `arn:aws:sts::${accountId}:assumed-role/${roleName}/${subject.roleSessionName}`;
    return {
      userName: undefined,
      userId: `${roleId}:${subject.roleSessionName}`,
      principal: { arn, accountId, roleArn },
      decide: role.decide,
    };
  }
}

const compileIdentityPolicy = (text: string) => compilePolicy(text, { kind: 'identity' });

/** The policy that was compiled of this text before, or is now. */
function kept(
  text: string,
  now: Map<string, Policy>,
  before: ReadonlyMap<string, Policy> | undefined,
  compile: (text: string) => Policy,
): Policy {
  const policy = now.get(text) ?? before?.get(text) ?? compile(text);
  now.set(text, policy);
  return policy;
}

function toUser({ userName, userId, arn }: IamUserDocument, decide: IamIdentity['decide']): IamIdentity {
  return { userName, userId, principal: { arn, accountId: accountOf(arn) }, decide };
}

const accountOf = (arn: string): string => arn.split(':')[4] ?? '';
