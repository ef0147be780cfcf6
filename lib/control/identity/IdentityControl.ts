import type { PolicyPrincipal } from '@gatehouse/gateway/identity';
import type {
  AccessKey,
  IamRole,
  IamUser,
  ManagedPolicy,
  PolicyTrial,
  RoleInput,
  RoleUpdate,
  SessionSubject,
  SimulationInput,
  TemporaryCredentials,
} from '@/lib/model/identity';
import type { Actor } from '@/lib/model/role';

/** IAM users, access keys and policies, as the control plane's face has them. */
export interface IdentityControl {
  users(actor: Actor): Promise<IamUser[]>;
  createUser(actor: Actor, userName: string): Promise<IamUser>;
  /** With its keys, inline policies and attachments: see deleteUser.ts for why. */
  deleteUser(actor: Actor, userName: string): Promise<void>;
  /** The secret is in the answer once and never again. */
  createAccessKey(actor: Actor, userName: string): Promise<AccessKey & { secretAccessKey: string }>;
  updateAccessKey(
    actor: Actor,
    userName: string,
    accessKeyId: string,
    status: 'Active' | 'Inactive',
  ): Promise<void>;
  deleteAccessKey(actor: Actor, userName: string, accessKeyId: string): Promise<void>;
  putUserPolicy(actor: Actor, userName: string, policyName: string, document: string): Promise<void>;
  deleteUserPolicy(actor: Actor, userName: string, policyName: string): Promise<void>;
  /** The account's by name, then AWS's own, which are built in. */
  policies(actor: Actor): Promise<ManagedPolicy[]>;
  /** Refused where it is there already. */
  createPolicy(
    actor: Actor,
    policyName: string,
    input: { document: string; description?: string },
  ): Promise<ManagedPolicy>;
  /** Creates or replaces one of the account's; AWS's own are refused. */
  putPolicy(
    actor: Actor,
    policyName: string,
    input: { document: string; description?: string },
  ): Promise<ManagedPolicy>;
  /** Refused while a user or a role has it. */
  deletePolicy(actor: Actor, policyName: string): Promise<void>;
  attachPolicy(actor: Actor, userName: string, policyName: string): Promise<void>;
  detachPolicy(actor: Actor, userName: string, policyName: string): Promise<void>;
  /** By name. */
  roles(actor: Actor): Promise<IamRole[]>;
  role(actor: Actor, roleName: string): Promise<IamRole>;
  createRole(actor: Actor, input: RoleInput): Promise<IamRole>;
  updateRole(actor: Actor, roleName: string, input: RoleUpdate): Promise<void>;
  /** Refused while it has policies. */
  deleteRole(actor: Actor, roleName: string): Promise<void>;
  putRolePolicy(actor: Actor, roleName: string, policyName: string, document: string): Promise<void>;
  deleteRolePolicy(actor: Actor, roleName: string, policyName: string): Promise<void>;
  attachRolePolicy(actor: Actor, roleName: string, policyName: string): Promise<void>;
  detachRolePolicy(actor: Actor, roleName: string, policyName: string): Promise<void>;
  /** Whom the role's trust policy lets in: this principal by name, its whole account, or nobody like it. */
  roleTrusts(
    actor: Actor,
    roleName: string,
    principal: PolicyPrincipal,
    context: ReadonlyMap<string, readonly string[]>,
  ): Promise<'principal' | 'account' | 'nobody'>;
  /** Keys that end; whether the asker may have them is asked before. */
  issueCredentials(
    actor: Actor,
    subject: SessionSubject,
    durationSeconds: number,
  ): Promise<TemporaryCredentials>;
  /** May this user call this method of this stage, and which statement decides? */
  simulate(actor: Actor, input: SimulationInput): Promise<PolicyTrial>;
}
