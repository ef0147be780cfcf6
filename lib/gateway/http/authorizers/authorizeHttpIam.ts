import { whoSigned } from '../../authorizers/iam/whoSigned';
import { policyContext } from '../../authorizers/policyContext';
import { GatewayError } from '../../GatewayError';
import type { HttpAuthorization } from '../HttpAuthorized';
import { routeArn } from './routeArn';

/** AWS_IAM: who signed, and whether its policies let it call. HTTP APIs have no resource policies. */
export const authorizeHttpIam: HttpAuthorization = async (exchange) => {
  const { call } = exchange;
  const { user, accessKeyId } = await whoSigned(call);
  const resource = routeArn(exchange);
  const effect = user.decide({
    action: 'execute-api:Invoke',
    resource,
    principal: user.principal,
    context: policyContext(call, user),
  });
  if (effect !== 'Allow')
    throw new GatewayError('ACCESS_DENIED', `${user.principal.arn} may not call ${resource}`);
  return { kind: 'iam', user, accessKeyId };
};
