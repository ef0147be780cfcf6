import type { ConnectionAnswer, ConnectionQuestion, LiveConnection } from '../ports';
import type { Reply } from '../transport/Request';

/** What `@connections` answers, by AWS's shapes (https://docs.aws.amazon.com/apigatewaymanagementapi/). */
export function managementReply(
  { type }: Pick<ConnectionQuestion, 'type'>,
  { outcome, connections }: ConnectionAnswer,
): Reply {
  // AWS gives no text with this one.
  if (outcome === 'gone') return failure(410, 'GoneException', null);
  if (outcome === 'unanswered') return failure(500, 'InternalServerErrorException', 'Internal server error');
  if (type === 'delete') return { status: 204, headers: [], body: '' };
  const [connection] = connections ?? [];
  return json(200, connection ? JSON.stringify(described(connection)) : '');
}

function described({ connectedAt, lastActiveAt, sourceIp, userAgent }: LiveConnection) {
  return {
    connectedAt: new Date(connectedAt).toISOString(),
    identity: { sourceIp, userAgent },
    lastActiveAt: new Date(lastActiveAt).toISOString(),
  };
}

function failure(status: number, errorType: string, message: string | null): Reply {
  const reply = json(status, JSON.stringify({ message }));
  reply.headers.push(['x-amzn-ErrorType', errorType]);
  return reply;
}

function json(status: number, body: string): Reply {
  return { status, headers: [['Content-Type', 'application/json']], body };
}
