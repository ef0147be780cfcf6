import type { Call } from '../pipeline/Call';
import type { IamUser } from './IdentityBook';

/**
 * The condition keys that a call has (reference section 14): those of every kind of authorization, and of a caller
 * who signed those of its user. Names in lower case.
 */
export function policyContext({ request, time }: Call, user?: IamUser): Map<string, string[]> {
  const context = new Map<string, string[]>([
    ['aws:currenttime', [new Date(time).toISOString()]],
    ['aws:epochtime', [String(Math.floor(time / 1000))]],
    ['aws:sourceip', [request.sourceIp]],
    // The listener speaks plain HTTP; what stands before it and speaks TLS cannot be asked yet.
    ['aws:securetransport', ['false']],
  ]);
  addHeader(context, 'aws:useragent', request.header('user-agent'));
  addHeader(context, 'aws:referer', request.header('referer'));
  if (!user) return context;
  context.set('aws:principalarn', [user.principal.arn]);
  context.set('aws:principalaccount', [user.principal.accountId]);
  context.set('aws:principaltype', ['User']);
  context.set('aws:userid', [user.userId]);
  context.set('aws:username', [user.userName]);
  context.set('aws:multifactorauthpresent', ['false']);
  return context;
}

function addHeader(context: Map<string, string[]>, key: string, value: string | undefined): void {
  if (value !== undefined) context.set(key, [value]);
}
