import type { Authorized } from '../authorizers/Authorized';
import type { Exchange } from './Exchange';
import { requestTime } from './requestTime';

/**
 * `$context` of a REST call (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html).
 * Members of `identity` that no caller of this engine has are null, which templates print as nothing.
 */
export function buildContext(exchange: Exchange): Record<string, unknown> {
  const { facts } = exchange;
  if (facts.context) return facts.context(exchange);
  const domainName = facts.request.host.replace(/:\d+$/, '');
  return {
    resourceId: facts.resourceId,
    resourcePath: facts.resourcePath,
    httpMethod: facts.httpMethod,
    extendedRequestId: facts.extendedRequestId,
    requestTime: requestTime(facts.time),
    path: facts.path,
    accountId: facts.accountId,
    protocol: facts.request.protocol,
    stage: facts.stageName,
    domainPrefix: domainName.split('.')[0] ?? '',
    requestTimeEpoch: facts.time,
    requestId: facts.requestId,
    ...(exchange.authorized && { authorizer: authorizerContext(exchange.authorized) }),
    identity: identity(exchange),
    domainName,
    deploymentId: facts.deploymentId,
    apiId: facts.restApiId,
    ...(facts.isCanaryRequest !== undefined && { isCanaryRequest: facts.isCanaryRequest }),
  };
}

/** What templates, mappings and authorizers' own functions see of who was let in. */
export function authorizerContext({
  principalId,
  context,
  claims,
  integrationLatency,
}: Authorized): Record<string, unknown> {
  return {
    ...context,
    ...(principalId !== undefined && { principalId }),
    ...(claims && { claims }),
    ...(integrationLatency !== undefined && { integrationLatency: Math.round(integrationLatency) }),
  };
}

function identity({ facts, callerKey, authorized }: Exchange): Record<string, string | null> {
  const user = authorized?.user;
  return {
    cognitoIdentityPoolId: null,
    accountId: user?.principal.accountId ?? null,
    cognitoIdentityId: null,
    caller: user?.userId ?? null,
    sourceIp: facts.request.sourceIp,
    principalOrgId: null,
    accessKey: authorized?.accessKeyId ?? null,
    cognitoAuthenticationType: null,
    cognitoAuthenticationProvider: null,
    userArn: user?.principal.arn ?? null,
    userAgent: facts.request.header('user-agent') ?? '',
    user: user?.userId ?? null,
    ...callerKey,
  };
}
