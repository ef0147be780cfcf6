import type { Frame, WholeAnswer } from './SocketIntegration';

/** The backend's body is the frame. */
export function proxyFrame({ body }: WholeAnswer): Frame {
  return { data: body, isBinary: false };
}

/** The backend chose it by a header of that name. */
export function proxyProtocol({ headers }: WholeAnswer): string | undefined {
  return headers.findLast(([name]) => name.toLowerCase() === 'sec-websocket-protocol')?.[1];
}
