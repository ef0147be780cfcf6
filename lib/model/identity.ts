import { z } from 'zod';

/** IAM's rule for names (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). */
export const iamName = z
  .string()
  .regex(/^[A-Za-z0-9+=,.@_-]{1,64}$/, 'A name is 1 to 64 letters, digits and +=,.@_-');

/** JSON text; its grammar is the policy engine's to check. */
export const policyDocument = z.string().max(20_480, 'A policy is at most 20,480 characters');

export interface IamUser {
  userName: string;
  /** AIDA... */
  userId: string;
  arn: string;
  createdDate: number;
  accessKeys: AccessKey[];
  /** name -> JSON text */
  inlinePolicies: Record<string, string>;
  /** ARNs of managed policies */
  attachedPolicies: string[];
}
/** At most two a user, as on AWS. */
export interface AccessKey {
  accessKeyId: string;
  status: 'Active' | 'Inactive';
  createdDate: number;
  lastUsedAt?: number;
}
export interface ManagedPolicy {
  policyName: string;
  arn: string;
  document: string;
  description?: string;
  createdDate: number;
  attachedTo: string[];
}
/** What the engine's simulator says of one call. */
export interface PolicyTrial {
  decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  /** statements that decided: whose policy, its place in it, 0-based */
  statements: { policy: string; statement: number; effect: 'Allow' | 'Deny' }[];
  /** context keys that a condition asked for and the call does not have */
  missingKeys: string[];
}
