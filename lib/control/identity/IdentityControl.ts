import type { AccessKey, IamUser, ManagedPolicy, PolicyTrial } from '@/lib/model/identity';
import type { Actor } from '@/lib/model/role';

/** IAM users, access keys and policies, as the control plane's face has them. */
export interface IdentityControl {
  users(actor: Actor): Promise<IamUser[]>;
  createUser(actor: Actor, userName: string): Promise<IamUser>;
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
  policies(actor: Actor): Promise<ManagedPolicy[]>;
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
  simulate(
    actor: Actor,
    input: {
      userName: string;
      restApiId: string;
      stageName: string;
      httpMethod: string;
      path: string;
      context?: Record<string, string>;
    },
  ): Promise<PolicyTrial>;
}
