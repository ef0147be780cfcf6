import { compilePolicy, decideAll, type PolicyRequest } from '@gatehouse/gateway/identity';
import { AwsError } from './AwsError';
import type { AwsRequest } from './AwsRequest';
import type { Caller } from './Caller';
import type { Operation, OperationCall } from './Service';

/**
 * Asks the caller's policies.
 * @throws AwsError AccessDeniedException, in IAM's words
 */
export async function authorize({ action, resource }: Operation, call: OperationCall): Promise<void> {
  const { caller } = call;
  if (action === 'unsigned' || action === 'anyCaller' || caller.policies === null) return;
  const arn = (await resource?.(call)) ?? '*';
  const effect = effectOf(call, action, arn);
  if (effect !== 'Allow') throw notAuthorized(caller, action, arn, effect);
}

/** What the caller's policies say; undefined: nothing. */
export function effectOf(
  call: OperationCall,
  action: string,
  resource: string,
): 'Allow' | 'Deny' | undefined {
  const { caller } = call;
  if (caller.policies === null) return 'Allow';
  const policies = caller.policies.map((text) => compilePolicy(text, { kind: 'identity' }));
  return decideAll(policies, {
    action,
    resource,
    principal: { arn: caller.arn, roleArn: caller.roleArn, accountId: caller.accountId },
    context: contextOf(call.request, caller, call.door.now()),
  });
}

export function notAuthorized(
  caller: Caller,
  action: string,
  resource: string,
  effect: 'Allow' | 'Deny' | undefined,
): AwsError {
  const why =
    effect === 'Deny'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  const message = `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
  return new AwsError('AccessDeniedException', message, 403);
}

/** Condition keys that every call has (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html). */
export function contextOf(
  { sourceIp, header }: AwsRequest,
  { arn, roleArn, tokenIssuedAt, accountId, userId, userName }: Caller,
  now: number,
): PolicyRequest['context'] {
  const keys: [key: string, value: string | undefined][] = [
    ['aws:currenttime', new Date(now).toISOString()],
    ['aws:epochtime', String(Math.floor(now / 1000))],
    ['aws:sourceip', sourceIp],
    // The listener speaks plain HTTP; what stands before it and speaks TLS cannot be asked.
    ['aws:securetransport', 'false'],
    ['aws:useragent', header('user-agent')],
    ['aws:referer', header('referer')],
    ['aws:principalarn', roleArn ?? arn],
    ['aws:principalaccount', accountId],
    ['aws:principaltype', roleArn === undefined ? 'User' : 'AssumedRole'],
    ['aws:userid', userId],
    ['aws:username', userName],
    ['aws:multifactorauthpresent', 'false'],
    ['aws:tokenissuetime', tokenIssuedAt === undefined ? undefined : new Date(tokenIssuedAt).toISOString()],
  ];
  return new Map(keys.flatMap(([key, value]) => (value === undefined ? [] : [[key, [value]] as const])));
}
