import { compilePolicy, type Policy } from '../policy/compilePolicy';
import { decideAll } from '../policy/decideAll';
import type { PolicyDecision, PolicyPrincipal, PolicyRequest } from '../policy/PolicyRequest';
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
  /** by text: most publications change no policy, and managed ones are many identities' */
  private readonly policies = new Map<string, Policy>();

  /**
   * @param before whose compiled policies are taken over
   * @throws MalformedPolicy
   */
  constructor({ iamUsers = [], accessKeys = [], iamRoles = [] }: IdentityDocuments, before?: IdentityBook) {
    const decided = (texts: readonly string[]): IamIdentity['decide'] => {
      const compiled = texts.map((text) => this.policy(text, before));
      return (request) => decideAll(compiled, request);
    };
    this.users = new Map(iamUsers.map((user) => [user.userName, toUser(user, decided(user.policies))]));
    this.roles = new Map(
      iamRoles.map((document) => [document.roleId, { document, decide: decided(document.policies) }]),
    );
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

  private policy(text: string, before: IdentityBook | undefined): Policy {
    const policy =
      this.policies.get(text) ?? before?.policies.get(text) ?? compilePolicy(text, { kind: 'identity' });
    this.policies.set(text, policy);
    return policy;
  }
}

function toUser({ userName, userId, arn }: IamUserDocument, decide: IamIdentity['decide']): IamIdentity {
  return { userName, userId, principal: { arn, accountId: accountOf(arn) }, decide };
}

const accountOf = (arn: string): string => arn.split(':')[4] ?? '';
