import { callMembers } from '../integrations/proxyEvent';
import { buildContext } from '../mapping/buildContext';
import type { Exchange } from '../mapping/Exchange';
import type { SocketCall } from './SocketCall';

const CARRIED = ['headers', 'multiValueHeaders', 'queryStringParameters', 'multiValueQueryStringParameters'];

/**
 * What a function behind AWS_PROXY is called with (reference section 4). A message has no headers and no query: those
 * are the handshake's alone.
 */
export function socketEvent(call: SocketCall, exchange: Exchange, isBase64Encoded: boolean): Buffer {
  const event = {
    ...(call.eventType === 'CONNECT' && connectMembers(exchange)),
    ...(call.eventType === 'DISCONNECT' && disconnectMembers(call)),
    requestContext: buildContext(exchange),
    ...(call.eventType === 'MESSAGE' && { body: call.text }),
    isBase64Encoded,
    ...stageVariablesOf(exchange),
  };
  return Buffer.from(JSON.stringify(event));
}

/** What is not there is left out; also what REQUEST authorizers are asked with. */
export function connectMembers(exchange: Exchange): Record<string, unknown> {
  const members = callMembers(exchange);
  const there = CARRIED.map((name) => [name, members[name]]).filter(([, value]) => value !== null);
  return Object.fromEntries(there);
}

/** Seen on AWS: these four, three of them empty. */
function disconnectMembers({ connection }: SocketCall): Record<string, unknown> {
  const headers = { Host: connection.host, 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' };
  const multiValueHeaders = Object.fromEntries(Object.entries(headers).map(([name, one]) => [name, [one]]));
  return { headers, multiValueHeaders };
}

export function stageVariablesOf({ facts }: Exchange): Record<string, unknown> {
  const { stageVariables } = facts;
  return Object.keys(stageVariables).length === 0 ? {} : { stageVariables };
}
