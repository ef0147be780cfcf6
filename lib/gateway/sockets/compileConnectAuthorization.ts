import type { Authorization, AuthorizationCall } from '../authorizers/Authorized';
import { accessDeniedByAuthorizer } from '../authorizers/accessDenied';
import { authorizeIam } from '../authorizers/iam/authorizeIam';
import { readAuthorizerResult } from '../authorizers/lambda/authorizerResult';
import { identityOf, invokeAuthorizer, readLambdaAuthorizer } from '../authorizers/lambda/LambdaAuthorizer';
import { policyContext } from '../authorizers/policyContext';
import { GatewayError } from '../GatewayError';
import { buildContext } from '../mapping/buildContext';
import type { ApiAuthorizerDocument, RouteDocument } from '../snapshot/apiTypes';
import { restSource } from './compileSocketIntegration';
import { connectMembers, stageVariablesOf } from './socketEvent';

/**
 * How `$connect` asks who connects; undefined: anybody may. Asked once for each connection, nothing is kept
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html).
 * @throws Error naming what is wrong
 */
export function compileConnectAuthorization(
  { authorizationType, authorizerId = '' }: RouteDocument,
  authorizers: ReadonlyMap<string, ApiAuthorizerDocument>,
): Authorization | undefined {
  if (authorizationType === 'NONE') return undefined;
  if (authorizationType === 'AWS_IAM') return authorizeIam;
  const authorizer = authorizers.get(authorizerId);
  if (authorizationType !== 'CUSTOM' || authorizer?.authorizerType !== 'REQUEST') return closed;
  return compileRequestAuthorizer(authorizer);
}

/** What cannot be checked is never open. */
const closed: Authorization = async () => {
  throw new GatewayError('ACCESS_DENIED', 'The authorization of $connect cannot be checked here');
};

function compileRequestAuthorizer(document: ApiAuthorizerDocument): Authorization {
  const { authorizerId, name, authorizerUri = '', identitySource = [], authorizerCredentialsArn } = document;
  const authorizer = readLambdaAuthorizer({
    ...{ id: authorizerId, name, type: 'REQUEST', authorizerUri, providerARNs: [] },
    identitySource: identitySource.map(restSource).join(','),
    authorizerResultTtlInSeconds: 0,
    ...(authorizerCredentialsArn !== undefined && { authorizerCredentials: authorizerCredentialsArn }),
  });
  return async (asked) => {
    identityOf(authorizer, asked);
    const { clock } = asked.call.ports;
    const startedAt = clock.monotonic();
    const functionArn = authorizer.functionArn(asked.exchange.facts.stageVariables);
    const answer = await invokeAuthorizer(asked, authorizer, functionArn, connectEvent(asked));
    const { policy, principalId, context, usageIdentifierKey } = readAuthorizerResult(answer);
    const { call, methodArn } = asked;
    const request = { action: 'execute-api:Invoke', resource: methodArn, principal: undefined };
    const effect = policy.decide({ ...request, context: policyContext(call) })?.effect;
    if (effect !== 'Allow') throw accessDeniedByAuthorizer(effect === 'Deny');
    const integrationLatency = clock.monotonic() - startedAt;
    return { principalId, context, integrationLatency, ...(usageIdentifierKey && { usageIdentifierKey }) };
  };
}

/** No path, no verb: a handshake has its route alone. */
function connectEvent({ exchange, methodArn }: AuthorizationCall): Buffer {
  const event = {
    type: 'REQUEST',
    methodArn,
    ...connectMembers(exchange),
    ...stageVariablesOf(exchange),
    requestContext: buildContext(exchange),
  };
  return Buffer.from(JSON.stringify(event));
}
