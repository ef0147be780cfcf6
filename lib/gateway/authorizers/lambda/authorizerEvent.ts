import { callMembers } from '../../integrations/proxyEvent';
import type { Exchange } from '../../mapping/Exchange';

/** (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html) */
export function tokenEvent(token: string, methodArn: string): Buffer {
  return Buffer.from(JSON.stringify({ type: 'TOKEN', authorizationToken: token, methodArn }));
}

/** The proxy event without its body; maps without an entry are empty here, as AWS's examples show. */
export function requestEvent(exchange: Exchange, methodArn: string): Buffer {
  const members = Object.entries(callMembers(exchange)).map(([name, value]) => [name, value ?? {}]);
  return Buffer.from(JSON.stringify({ type: 'REQUEST', methodArn, ...Object.fromEntries(members) }));
}
