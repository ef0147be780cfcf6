import { requestTime } from '../../mapping/requestTime';
import type { HttpExchange } from '../HttpExchange';
import { eventHeaders } from './eventHeaders';
import { encodedBody } from './isTextBody';

/**
 * What a function is called with, payload format 2.0
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 */
export function payload2(exchange: HttpExchange, body: Buffer): Buffer {
  const { body: text, isBase64Encoded } = encodedBody(exchange.call.request, body);
  const event = {
    version: '2.0',
    routeKey: exchange.route.routeKey,
    ...members2(exchange),
    ...(text !== undefined && { body: text }),
    isBase64Encoded,
  };
  return Buffer.from(JSON.stringify(event));
}

/** What REQUEST authorizers are asked with too. What has no entry is absent, not null (from memory). */
export function members2(exchange: HttpExchange): Record<string, unknown> {
  const { call, target, query, pathParameters, stageVariables } = exchange;
  const headers = eventHeaders(exchange);
  const cookies = headers.get('cookie')?.flatMap((line) => line.split(/;\s*/).filter((one) => one !== ''));
  headers.delete('cookie');
  return {
    rawPath: target.fullPath,
    rawQueryString: call.request.query,
    ...(cookies && cookies.length > 0 && { cookies }),
    headers: joined(headers),
    ...(query.size > 0 && { queryStringParameters: joined(query) }),
    requestContext: requestContext2(exchange),
    ...(pathParameters.size > 0 && {
      pathParameters: Object.fromEntries([...pathParameters].map(([name, value]) => [name, decoded(value)])),
    }),
    ...(Object.keys(stageVariables).length > 0 && { stageVariables }),
  };
}

function requestContext2(exchange: HttpExchange): Record<string, unknown> {
  const { call, target, route } = exchange;
  const { request, serving, api, requestId, time } = call;
  const domainName = request.host.replace(/:\d+$/, '');
  const authorizer = authorizerOf(exchange);
  return {
    accountId: serving.account.accountId,
    apiId: api.document.apiId,
    ...(authorizer && { authorizer }),
    domainName,
    domainPrefix: domainName.split('.')[0],
    http: {
      method: request.method,
      path: target.fullPath,
      protocol: request.protocol,
      sourceIp: request.sourceIp,
      userAgent: request.header('user-agent') ?? '',
    },
    requestId,
    routeKey: route.routeKey,
    stage: target.stage.document.stageName,
    time: requestTime(time),
    timeEpoch: time,
  };
}

function authorizerOf({ authorized }: HttpExchange): Record<string, unknown> | undefined {
  if (!authorized) return undefined;
  if (authorized.kind === 'jwt') return { jwt: { claims: authorized.claims, scopes: authorized.scopes } };
  if (authorized.kind === 'lambda') return { lambda: authorized.context };
  const { user, accessKeyId } = authorized;
  return {
    iam: {
      accessKey: accessKeyId,
      accountId: user.principal.accountId,
      callerId: user.userId,
      cognitoIdentity: null,
      principalOrgId: null,
      userArn: user.principal.arn,
      userId: user.userId,
    },
  };
}

function joined(values: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  return Object.fromEntries([...values].map(([name, all]) => [name, all.join(',')]));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
