import { requestTime } from '../../mapping/requestTime';
import type { HttpExchange } from '../HttpExchange';
import { eventHeaders } from './eventHeaders';
import { encodedBody } from './isTextBody';

/** Payload format 1.0: a REST API's event with a version, `resource` being the route key's path. */
export function payload1(exchange: HttpExchange, body: Buffer): Buffer {
  const { body: text, isBase64Encoded } = encodedBody(exchange.call.request, body);
  const event = { version: '1.0', ...members1(exchange), body: text ?? null, isBase64Encoded };
  return Buffer.from(JSON.stringify(event));
}

/** What REQUEST authorizers are asked with too. What has no entry is null. */
export function members1(exchange: HttpExchange): Record<string, unknown> {
  const { call, target, route, query, pathParameters, stageVariables } = exchange;
  const headers = eventHeaders(exchange);
  return {
    resource: route.path,
    path: target.fullPath,
    httpMethod: call.request.method,
    headers: lastOf(headers),
    multiValueHeaders: Object.fromEntries(headers),
    queryStringParameters: orNull(lastOf(query)),
    multiValueQueryStringParameters: orNull(Object.fromEntries(query)),
    pathParameters: orNull(Object.fromEntries(pathParameters)),
    stageVariables: orNull(stageVariables),
    requestContext: requestContext1(exchange),
  };
}

function requestContext1(exchange: HttpExchange): Record<string, unknown> {
  const { call, target, route } = exchange;
  const { request, serving, api, requestId, time } = call;
  const domainName = request.host.replace(/:\d+$/, '');
  return {
    accountId: serving.account.accountId,
    apiId: api.document.apiId,
    ...authorizerOf(exchange),
    domainName,
    domainPrefix: domainName.split('.')[0],
    extendedRequestId: requestId,
    httpMethod: request.method,
    identity: identity(exchange),
    path: target.fullPath,
    protocol: request.protocol,
    requestId,
    requestTime: requestTime(time),
    requestTimeEpoch: time,
    resourceId: null,
    resourcePath: route.path,
    stage: target.stage.document.stageName,
  };
}

/** A Lambda authorizer's context lies flat beside its principal. */
function authorizerOf({ authorized }: HttpExchange): Record<string, unknown> {
  if (authorized?.kind === 'jwt')
    return { authorizer: { claims: authorized.claims, scopes: authorized.scopes } };
  if (authorized?.kind !== 'lambda') return {};
  const { context, principalId } = authorized;
  return { authorizer: { ...context, ...(principalId !== undefined && { principalId }) } };
}

function identity({ call, authorized }: HttpExchange): Record<string, string | null> {
  const signed = authorized?.kind === 'iam' ? authorized : undefined;
  return {
    accessKey: signed?.accessKeyId ?? null,
    accountId: signed?.user.principal.accountId ?? null,
    caller: signed?.user.userId ?? null,
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    sourceIp: call.request.sourceIp,
    user: signed?.user.userId ?? null,
    userAgent: call.request.header('user-agent') ?? '',
    userArn: signed?.user.principal.arn ?? null,
  };
}

function lastOf(values: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  return Object.fromEntries([...values].map(([name, all]) => [name, all.at(-1) ?? '']));
}

function orNull<T extends object>(map: T): T | null {
  return Object.keys(map).length === 0 ? null : map;
}
