import { accessDenied } from '../authorizers/accessDenied';
import { whoSigned } from '../authorizers/iam/whoSigned';
import { policyContext } from '../authorizers/policyContext';
import type { Call } from '../pipeline/Call';

const ACTION = 'execute-api:ManageConnections';

/**
 * Whoever calls `@connections` signs for execute-api and may do this to this connection
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html).
 * @throws GatewayError MISSING_AUTHENTICATION_TOKEN, INVALID_SIGNATURE, EXPIRED_TOKEN, ACCESS_DENIED
 */
export async function authorizeManagement(
  call: Call,
  { apiId, stageName }: { apiId: string; stageName: string },
  connectionId: string,
): Promise<void> {
  const { serving, request } = call;
  const { user } = await whoSigned(call);
  const { region, accountId } = serving.account;
  const resource = `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stageName}/${request.method}/@connections/${connectionId}`;
  const context = policyContext(call, user);
  const effect = user.decide({ action: ACTION, resource, principal: user.principal, context });
  if (effect !== 'Allow') throw accessDenied(user.principal.arn, resource, effect === 'Deny', ACTION);
}
