import { accessDenied } from '../authorizers/accessDenied';
import { policyContext } from '../authorizers/policyContext';
import { verifySignature } from '../authorizers/sigv4/verifySignature';
import type { Call } from '../pipeline/Call';

const ACTION = 'execute-api:ManageConnections';

/**
 * Whoever calls `@connections` signs for execute-api and may do this to this connection
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html).
 * @throws GatewayError MISSING_AUTHENTICATION_TOKEN, INVALID_SIGNATURE, ACCESS_DENIED
 */
export async function authorizeManagement(
  call: Call,
  { apiId, stageName }: { apiId: string; stageName: string },
  connectionId: string,
): Promise<void> {
  const { serving, ports, request, report } = call;
  const key = await verifySignature(request, {
    service: 'execute-api',
    now: ports.clock.now(),
    find: (accessKeyId, sessionToken) =>
      sessionToken === undefined ? serving.identity.find(accessKeyId) : undefined,
  });
  report.accessKeyId = key.accessKeyId;
  const { region, accountId } = serving.account;
  const { user } = key;
  const resource = `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stageName}/${request.method}/@connections/${connectionId}`;
  const context = policyContext(call, user);
  const effect = user.decide({ action: ACTION, resource, principal: user.principal, context });
  if (effect !== 'Allow') throw accessDenied(user.principal.arn, resource, effect === 'Deny', ACTION);
}
