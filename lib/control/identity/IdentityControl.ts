import type { AccessKey, IamUser, ManagedPolicy, PolicyTrial, SimulationInput } from '@/lib/model/identity';
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
  /** Creates or replaces one of the account's; AWS's own are refused. */
  putPolicy(
    actor: Actor,
    policyName: string,
    input: { document: string; description?: string },
  ): Promise<ManagedPolicy>;
  /** Refused while a user has it. */
  deletePolicy(actor: Actor, policyName: string): Promise<void>;
  attachPolicy(actor: Actor, userName: string, policyName: string): Promise<void>;
  detachPolicy(actor: Actor, userName: string, policyName: string): Promise<void>;
  /** May this user call this method of this stage, and which statement decides? */
  simulate(actor: Actor, input: SimulationInput): Promise<PolicyTrial>;
}
