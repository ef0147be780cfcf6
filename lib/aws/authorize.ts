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
  const policies = caller.policies.map((text) => compilePolicy(text, { kind: 'identity' }));
  const effect = decideAll(policies, {
    action,
    resource: arn,
    principal: { arn: caller.arn, accountId: caller.accountId },
    context: contextOf(call.request, caller, call.door.now()),
  });
  if (effect === 'Allow') return;
  const why =
    effect === 'Deny'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  const message = `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${arn} ${why}`;
  throw new AwsError('AccessDeniedException', message, 403);
}

/** Condition keys that every call has (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html). */
function contextOf(
  { sourceIp, header }: AwsRequest,
  { arn, accountId, userId, userName }: Caller,
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
    ['aws:principalarn', arn],
    ['aws:principalaccount', accountId],
    ['aws:principaltype', 'User'],
    ['aws:userid', userId],
    ['aws:username', userName],
    ['aws:multifactorauthpresent', 'false'],
  ];
  return new Map(keys.flatMap(([key, value]) => (value === undefined ? [] : [[key, [value]] as const])));
}
