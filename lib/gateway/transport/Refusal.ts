import { STATUS_CODES } from 'node:http';
import type { Reply } from './Request';

/** Why the transport itself ends a call, before or beside the engine. Always closes the connection. */
export interface Refusal {
  status: number;
  /** whole body of the answer */
  body: string;
  contentType: 'application/json' | 'text/plain';
}

/** @param reason names the rule that was broken; it is shown to the client, so it never quotes its input */
export function refusal(status: number, reason: string): Refusal {
  const message = `${STATUS_CODES[status] ?? 'Error'}: ${reason}`;
  return { status, body: JSON.stringify({ message }), contentType: 'application/json' };
}

/** AWS answers this one in plain text (reference/rest-execution.md section 2, REQUEST_TOO_LARGE). */
export function bodyTooLarge(limit: number): Refusal {
  return { status: 413, body: bodyTooLargeText(limit), contentType: 'text/plain' };
}

export function bodyTooLargeText(limit: number): string {
  return `HTTP content length exceeded ${limit} bytes.`;
}

export function refusalReply(refused: Refusal): Reply {
  return { status: refused.status, headers: [['Content-Type', refused.contentType]], body: refused.body };
}

/** For sockets that have no response object, or one that must not be trusted any more. */
export function refusalText({ status, body, contentType }: Refusal): string {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
