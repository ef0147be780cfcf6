import { policyContext } from '../../authorizers/policyContext';
import { verifySignature } from '../../authorizers/sigv4/verifySignature';
import { GatewayError } from '../../GatewayError';
import type { HttpAuthorization } from '../HttpAuthorized';
import { routeArn } from './routeArn';

/** AWS_IAM: who signed, and whether its policies let it call. HTTP APIs have no resource policies. */
export const authorizeHttpIam: HttpAuthorization = async (exchange) => {
  const { call } = exchange;
  const { user, accessKeyId } = await verifySignature(call.request, {
    service: 'execute-api',
    now: call.ports.clock.now(),
    // Temporary credentials are the AWS endpoint's alone: a snapshot knows users and their keys.
    find: (id, sessionToken) => (sessionToken === undefined ? call.serving.identity.find(id) : undefined),
  });
  call.report.accessKeyId = accessKeyId;
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
