import { type Refusal, refusal } from '../Refusal';
import type { Request } from '../Request';

const KEY = /^[+/0-9A-Za-z]{22}==$/;
/** AWS's quota (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html) */
const LONGEST_URL = 4_096;
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** RFC 6455 4.2.1, before anybody is asked whether the client may connect; undefined: it is one. */
export function checkHandshake(request: Pick<Request, 'header' | 'path' | 'query'>): Refusal | undefined {
  const { path, query } = request;
  if (path.length + (query && `?${query}`).length > LONGEST_URL)
    return refusal(414, `the request target is longer than ${LONGEST_URL}`);
  if (request.header('sec-websocket-version') !== '13')
    return {
      ...refusal(426, 'the only WebSocket version is 13'),
      headers: [['Sec-WebSocket-Version', '13']],
    };
  if (!KEY.test(request.header('sec-websocket-key') ?? ''))
    return refusal(400, 'Sec-WebSocket-Key is missing or is not 16 bytes in base64');
  const offered =
    request
      .header('sec-websocket-protocol')
      ?.split(',')
      .map((one) => one.trim()) ?? [];
  if (offered.some((one) => !TOKEN.test(one)) || new Set(offered).size < offered.length)
    return refusal(400, 'Sec-WebSocket-Protocol is not a list of different tokens');
  return undefined;
}
