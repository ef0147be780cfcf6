import type { Authorization, AuthorizationCall } from './Authorized';
import { accessDenied } from './accessDenied';
import { policyContext } from './policyContext';

/** A method without an authorizer on an API with a resource policy: the policy alone, which must allow. */
export const authorizeByPolicy: Authorization = async (asked) => {
  requirePolicyAllow(asked);
  return {};
};

/** @throws GatewayError ACCESS_DENIED; nothing where there is no policy */
export function requirePolicyAllow({ call, methodArn, resourcePolicy }: AuthorizationCall): void {
  if (!resourcePolicy) return;
  const decision = resourcePolicy.decide({
    action: 'execute-api:Invoke',
    resource: methodArn,
    principal: undefined,
    context: policyContext(call),
  });
  if (decision?.effect !== 'Allow') throw accessDenied(undefined, methodArn, decision?.effect === 'Deny');
  call.trace?.add('authorize', `The resource policy allows ${methodArn}`, { statement: decision.statement });
}
