import { authorizerContext } from '../mapping/buildContext';
import type { Exchange } from '../mapping/Exchange';
import { requestTime } from '../mapping/requestTime';
import type { SocketCall } from './SocketCall';

/**
 * `$context` of a WebSocket API's event, and `requestContext` of what functions are called with
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html).
 */
export function socketContext(
  call: SocketCall,
  { authorized, callerKey }: Pick<Exchange, 'authorized' | 'callerKey'>,
): Record<string, unknown> {
  const { connection, eventType, messageId, ending, extendedRequestId, requestId, time } = call;
  const { sourceIp, userAgent } = connection;
  const user = authorized?.user;
  return {
    routeKey: call.routeKey,
    ...(authorized && { authorizer: authorizerContext(authorized) }),
    ...(ending && { disconnectStatusCode: ending.code }),
    ...(messageId !== undefined && { messageId }),
    eventType,
    extendedRequestId,
    requestTime: requestTime(time),
    messageDirection: 'IN',
    ...(ending && { disconnectReason: ending.reason }),
    stage: connection.stageName,
    connectedAt: connection.connectedAt,
    requestTimeEpoch: time,
    identity: {
      ...(user && { accountId: user.principal.accountId, caller: user.userId, user: user.userId }),
      ...(user && { userArn: user.principal.arn }),
      ...callerKey,
      ...(userAgent !== undefined && { userAgent }),
      sourceIp,
    },
    requestId,
    domainName: connection.host.replace(/:\d+$/, ''),
    connectionId: connection.id,
    apiId: connection.apiId,
  };
}
