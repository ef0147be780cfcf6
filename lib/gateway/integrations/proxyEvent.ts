import { buildContext } from '../mapping/buildContext';
import type { BinaryTypes } from '../mapping/contentHandling';
import type { Exchange } from '../mapping/Exchange';

/**
 * What a function behind a proxy integration is called with, version 1.0
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html). Maps without
 * an entry are null, single maps hold the last value, path parameters are as they stood in the URL (seen on AWS).
 */
export function proxyEvent(exchange: Exchange, body: Buffer, binary: BinaryTypes | undefined): Buffer {
  const { facts } = exchange;
  const isBase64Encoded = binary?.(facts.request.header('content-type')) ?? false;
  return Buffer.from(
    JSON.stringify({
      ...callMembers(exchange),
      body: body.length === 0 ? null : body.toString(isBase64Encoded ? 'base64' : 'utf8'),
      isBase64Encoded,
    }),
  );
}

/** Everything but the body: what REQUEST authorizers are asked with too. */
export function callMembers(exchange: Exchange): Record<string, unknown> {
  const { facts, querystring } = exchange;
  const headers = exchange.headers.map(([name, value]) => [eventName(name), value] as const);
  return {
    resource: facts.resourcePath,
    path: facts.eventPath,
    httpMethod: facts.httpMethod,
    headers: lastValues(headers),
    multiValueHeaders: allValues(headers),
    queryStringParameters: orNull(lastOf(querystring)),
    multiValueQueryStringParameters: orNull(Object.fromEntries(querystring)),
    pathParameters: orNull(facts.pathParameters),
    stageVariables: orNull(facts.stageVariables),
    requestContext: buildContext(exchange),
  };
}

type Headers = readonly (readonly [name: string, value: string])[];

/** Names as the client wrote them, but for two that functions look up by this spelling (seen on AWS). */
function eventName(name: string): string {
  return SPELT.get(name.toLowerCase()) ?? name;
}

const SPELT = new Map(['Authorization', 'User-Agent'].map((name) => [name.toLowerCase(), name]));

/** Of two spellings each stays. */
function lastValues(headers: Headers): Record<string, string> {
  return Object.fromEntries(headers);
}

function allValues(headers: Headers): Record<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const known = all.get(name);
    if (known) known.push(value);
    else all.set(name, [value]);
  }
  return Object.fromEntries(all);
}

function lastOf(values: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  return Object.fromEntries([...values].map(([name, all]) => [name, all.at(-1) ?? '']));
}

function orNull<T extends object>(map: T): T | null {
  return Object.keys(map).length === 0 ? null : map;
}
