import { randomBytes, randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Reply } from './Request';

/** Why the transport itself ends a call, before or beside the engine. Always closes the connection. */
export interface Refusal {
  status: number;
  /** whole body of the answer */
  body: string;
  contentType: 'application/json' | 'text/plain';
  /** beside the content type; none when absent */
  headers?: readonly (readonly [name: string, value: string])[];
}

/** @param reason names the rule that was broken; it is shown to the client, so it never quotes its input */
export function refusal(status: number, reason: string): Refusal {
  const message = `${STATUS_CODES[status] ?? 'Error'}: ${reason}`;
  return { status, body: JSON.stringify({ message }), contentType: 'application/json' };
}

/**
 * AWS answers this one in plain text (reference/rest-execution.md section 2, REQUEST_TOO_LARGE), with the headers of
 * every gateway response.
 */
export function bodyTooLarge(limit: number): Refusal {
  return {
    status: 413,
    body: bodyTooLargeText(limit),
    contentType: 'text/plain',
    headers: standardHeaders(),
  };
}

export function headersTooLarge(limit: number): Refusal {
  return { ...refusal(413, `the headers are larger than ${limit} bytes`), headers: standardHeaders() };
}

function standardHeaders(): Refusal['headers'] {
  return [
    ['x-amzn-ErrorType', 'RequestTooLargeException'],
    ['x-amzn-RequestId', randomUUID()],
    ['x-amz-apigw-id', randomBytes(11).toString('base64')],
  ];
}

export function bodyTooLargeText(limit: number): string {
  return `HTTP content length exceeded ${limit} bytes.`;
}

export function refusalReply(refused: Refusal): Reply {
  const { status, contentType, headers = [], body } = refused;
  const others = headers.map(([name, value]): [string, string] => [name, value]);
  return { status, headers: [['Content-Type', contentType], ...others], body };
}

/** For sockets that have no response object, or one that must not be trusted any more. */
export function refusalText({ status, body, contentType, headers = [] }: Refusal): string {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}`,
    `Content-Type: ${contentType}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
