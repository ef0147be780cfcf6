import { z } from 'zod';

/** IAM's rule for names (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). */
export const iamName = z
  .string()
  .regex(/^[A-Za-z0-9+=,.@_-]{1,64}$/, 'A name is 1 to 64 letters, digits and +=,.@_-')
  // They stand in addresses, where dots alone are ways and not names (RFC 3986 3.3).
  .refine((name) => !/^\.{1,2}$/.test(name), 'A name is more than one or two dots');

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
/** What tools give temporary credentials of, and functions are made with. */
export interface IamRole {
  roleName: string;
  /** AROA... */
  roleId: string;
  arn: string;
  path: string;
  description?: string;
  /** JSON text: who may assume it */
  assumeRolePolicyDocument: string;
  /** seconds */
  maxSessionDuration: number;
  createdDate: number;
  /** name -> JSON text */
  inlinePolicies: Record<string, string>;
  /** ARNs of managed policies */
  attachedPolicies: string[];
}

export const iamPath = z.string().regex(/^(\/|\/[\x21-\x7e]{1,510}\/)$/, 'A path begins and ends with /');

export const roleInput = z.object({
  roleName: iamName,
  path: iamPath.default('/'),
  description: z.string().max(1_000, 'A description is at most 1,000 characters').optional(),
  assumeRolePolicyDocument: z.string(),
  maxSessionDuration: z
    .int()
    .min(3_600, 'A session lasts 1 to 12 hours at most')
    .max(43_200, 'A session lasts 1 to 12 hours at most')
    .default(3_600),
});
export type RoleInput = z.input<typeof roleInput>;
/** What is left out stays. */
export const roleUpdate = z.object({
  description: roleInput.shape.description,
  maxSessionDuration: roleInput.shape.maxSessionDuration.unwrap().optional(),
  assumeRolePolicyDocument: z.string().optional(),
});
export type RoleUpdate = z.input<typeof roleUpdate>;

/** Keys that end, as STS gives them. */
export interface TemporaryCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  /** ms since the epoch */
  expiration: number;
}

/** Whose temporary credentials are. */
export type SessionSubject = { userName: string } | { roleName: string; roleSessionName: string };

export interface ManagedPolicy {
  policyName: string;
  arn: string;
  document: string;
  description?: string;
  createdDate: number;
  attachedTo: string[];
}
/** Where AWS's own policies are told from the account's. */
export const isAwsManaged = (arn: string): boolean => arn.startsWith('arn:aws:iam::aws:');

/** A condition key, e.g. `aws:SourceIp` or `aws:PrincipalTag/team`. */
const conditionKey = z
  .string()
  .regex(/^[\w-]+:[\w./@+=,-]{1,128}$/, 'A condition key reads service:Name, e.g. aws:SourceIp');

/** The global keys that calls of an API can have, as AWS writes them. */
const conditionKeys = [
  'aws:CurrentTime',
  'aws:EpochTime',
  'aws:MultiFactorAuthAge',
  'aws:MultiFactorAuthPresent',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalOrgID',
  'aws:PrincipalType',
  'aws:Referer',
  'aws:SecureTransport',
  'aws:SourceArn',
  'aws:SourceIp',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:TokenIssueTime',
  'aws:UserAgent',
  'aws:VpcSourceIp',
];
const writtenKeys = new Map(conditionKeys.map((key) => [key.toLowerCase(), key]));

/** A condition key as AWS writes it: the engine knows no case, readers do. */
export const writtenConditionKey = (key: string): string => writtenKeys.get(key.toLowerCase()) ?? key;

export const simulationInput = z.object({
  userName: z.string().min(1, 'Choose a user'),
  restApiId: z.string().min(1, 'Choose an API'),
  stageName: z.string().min(1, 'Choose a stage'),
  httpMethod: z.enum(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'], 'Choose a verb'),
  /** below the stage; a query string does not count */
  path: z
    .string()
    .max(2_048, 'A path is at most 2,048 characters')
    .regex(/^\//, 'A path begins with /')
    .transform((text) => text.replace(/[?#].*$/s, '')),
  /** condition key -> value */
  context: z.record(conditionKey, z.string().max(2_048)).default({}),
});
export type SimulationInput = z.input<typeof simulationInput>;

/** A policy that a call was tried on. */
export interface AskedPolicy {
  /** resource: the API's own, as its stage serves it */
  kind: 'inline' | 'managed' | 'resource';
  /** of a resource policy the API's name */
  policyName: string;
  document: string;
  /** statements of it that decided: place in it, 0-based, with the lines that it takes */
  decided: { statement: number; lines: { from: number; to: number } }[];
}

/** What the engine's simulator says of one call. */
export interface PolicyTrial {
  decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  methodArn: string;
  /** NONE: the API's resource policy alone is asked, about a caller who is nobody; without one everybody may call */
  authorizationType: 'AWS_IAM' | 'NONE';
  /** all that were asked */
  policies: AskedPolicy[];
  /** context keys that a condition asked for and the call does not have */
  missingKeys: string[];
}
