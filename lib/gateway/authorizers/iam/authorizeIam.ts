import { combineEffects, type PolicyOutcome } from '../../policy/combineEffects';
import type { PolicyRequest } from '../../policy/PolicyRequest';
import type { Authorization, AuthorizationCall } from '../Authorized';
import { accessDenied } from '../accessDenied';
import type { IamKey } from '../IdentityBook';
import { policyContext } from '../policyContext';
import { whoSigned } from './whoSigned';

/** AWS_IAM: who signed, and whether its policies and the API's own let it call. */
export const authorizeIam: Authorization = async (asked) => {
  const { call, methodArn } = asked;
  const key = await whoSigned(call, ['AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256']);
  const outcome = decide(asked, key, 'execute-api:Invoke');
  if (outcome !== 'allowed')
    throw accessDenied(key.user.principal.arn, methodArn, outcome === 'explicitDeny');
  call.trace?.add('authorize', `${key.user.principal.arn} may call ${methodArn}`);
  return {
    user: key.user,
    accessKeyId: key.accessKeyId,
    mayInvalidateCache: () => decide(asked, key, 'execute-api:InvalidateCache') === 'allowed',
  };
};

/** Same account: table A of reference section 14. */
function decide(
  { call, methodArn, resourcePolicy }: AuthorizationCall,
  { user }: IamKey,
  action: PolicyRequest['action'],
): PolicyOutcome {
  const request: PolicyRequest = {
    action,
    resource: methodArn,
    principal: user.principal,
    context: policyContext(call, user),
  };
  return combineEffects([user.decide(request), resourcePolicy?.decide(request)?.effect]);
}
