import { buildContext } from '../../mapping/buildContext';
import type { Exchange } from '../../mapping/Exchange';

/** (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html) */
export function tokenEvent(token: string, methodArn: string): Buffer {
  return Buffer.from(JSON.stringify({ type: 'TOKEN', authorizationToken: token, methodArn }));
}

/** The proxy event without its body. Names of headers as the client wrote them; maps without an entry are empty. */
export function requestEvent(exchange: Exchange, methodArn: string): Buffer {
  const { facts, headers, querystring } = exchange;
  return Buffer.from(
    JSON.stringify({
      type: 'REQUEST',
      methodArn,
      resource: facts.resourcePath,
      path: facts.path.replace(/^\/[^/]*/, '') || '/',
      httpMethod: facts.httpMethod,
      headers: lastOf(headers),
      multiValueHeaders: allOf(headers),
      queryStringParameters: Object.fromEntries(
        [...querystring].map(([name, values]) => [name, values.at(-1)]),
      ),
      multiValueQueryStringParameters: Object.fromEntries(querystring),
      pathParameters: facts.pathParameters,
      stageVariables: facts.stageVariables,
      requestContext: buildContext(exchange),
    }),
  );
}

type Headers = Exchange['headers'];

function lastOf(headers: Headers): Record<string, string> {
  return Object.fromEntries(headers);
}

function allOf(headers: Headers): Record<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [name, value] of headers) all.set(name, [...(all.get(name) ?? []), value]);
  return Object.fromEntries(all);
}
