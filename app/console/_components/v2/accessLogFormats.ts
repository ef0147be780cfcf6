import type { ProtocolType } from '@/lib/model/v2/api';

/**
 * AWS's sample formats
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html and
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html), each a single line.
 */
const members: Record<ProtocolType, readonly [name: string, variable: string][]> = {
  HTTP: [
    ['requestId', 'requestId'],
    ['ip', 'identity.sourceIp'],
    ['requestTime', 'requestTime'],
    ['httpMethod', 'httpMethod'],
    ['routeKey', 'routeKey'],
    ['status', 'status'],
    ['protocol', 'protocol'],
    ['responseLength', 'responseLength'],
  ],
  WEBSOCKET: [
    ['requestId', 'requestId'],
    ['ip', 'identity.sourceIp'],
    ['caller', 'identity.caller'],
    ['user', 'identity.user'],
    ['requestTime', 'requestTime'],
    ['eventType', 'eventType'],
    ['routeKey', 'routeKey'],
    ['status', 'status'],
    ['connectionId', 'connectionId'],
  ],
};

const common: Record<ProtocolType, string> = {
  HTTP: '$context.identity.sourceIp - - [$context.requestTime] "$context.httpMethod $context.routeKey $context.protocol" $context.status $context.responseLength $context.requestId',
  WEBSOCKET:
    '$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime] "$context.eventType $context.routeKey $context.connectionId" $context.status $context.requestId',
};

export const formatNames = ['CLF', 'JSON', 'XML', 'CSV'] as const;

export function accessLogFormat(protocol: ProtocolType, name: (typeof formatNames)[number]): string {
  const all = members[protocol];
  if (name === 'CLF') return common[protocol];
  if (name === 'CSV') return all.map(([, variable]) => `$context.${variable}`).join(',');
  if (name === 'JSON')
    return `{${all.map(([member, variable]) => `"${member}":"$context.${variable}"`).join(',')}}`;
  const [, ...inner] = all.map(([member, variable]) => `<${member}>$context.${variable}</${member}>`);
  return `<request id="$context.requestId">${inner.join('')}</request>`;
}
