import type { Call } from '../pipeline/Call';
import type { IamIdentity } from './IdentityBook';

/** What condition keys are made of, beside the caller's user. */
export interface PolicyFacts {
  /** ms since the epoch */
  time: number;
  sourceIp?: string;
  userAgent?: string | undefined;
  referer?: string | undefined;
}

/**
 * The condition keys that a call has (reference section 14): those of every kind of authorization, and of a caller
 * who signed those of its user. Names in lower case.
 */
export function policyContext(
  { request, time }: Pick<Call, 'request' | 'time'>,
  user?: IamIdentity,
): Map<string, string[]> {
  const { sourceIp } = request;
  const headers = { userAgent: request.header('user-agent'), referer: request.header('referer') };
  return policyContextOf({ time, sourceIp, ...headers }, user);
}

/** The same without a call: a fact that is not given has no key. */
export function policyContextOf(
  { time, sourceIp, userAgent, referer }: PolicyFacts,
  user?: Omit<IamIdentity, 'decide'>,
): Map<string, string[]> {
  const context = new Map<string, string[]>([
    ['aws:currenttime', [new Date(time).toISOString()]],
    ['aws:epochtime', [String(Math.floor(time / 1000))]],
    // The listener speaks plain HTTP; what stands before it and speaks TLS cannot be asked yet.
    ['aws:securetransport', ['false']],
  ]);
  addGiven(context, 'aws:sourceip', sourceIp);
  addGiven(context, 'aws:useragent', userAgent);
  addGiven(context, 'aws:referer', referer);
  if (!user) return context;
  const { userName, userId, principal, tokenIssuedAt } = user;
  // Of a session the role's ARN, not the session's
  // (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn).
  context.set('aws:principalarn', [principal.roleArn ?? principal.arn]);
  context.set('aws:principalaccount', [principal.accountId]);
  context.set('aws:principaltype', [principal.roleArn === undefined ? 'User' : 'AssumedRole']);
  context.set('aws:userid', [userId]);
  addGiven(context, 'aws:username', userName);
  context.set('aws:multifactorauthpresent', ['false']);
  if (tokenIssuedAt !== undefined) context.set('aws:tokenissuetime', [new Date(tokenIssuedAt).toISOString()]);
  return context;
}

function addGiven(context: Map<string, string[]>, key: string, value: string | undefined): void {
  if (value !== undefined) context.set(key, [value]);
}
