import { connect, type Socket } from 'node:net';

/** What a client of raw bytes got until the server closed the connection. */
export interface RawAnswer {
  text: string;
  /** status codes of all answers in it, in order, interim ones too */
  statuses: number[];
  /** the connection was reset, so that another client may have missed the answer */
  reset: boolean;
}

/** Sends bytes (Latin-1) as they are; resolves once the server has closed. */
export function rawExchange(port: number, bytes: string): Promise<RawAnswer> {
  const client = rawClient(port);
  client.socket.write(Buffer.from(bytes, 'latin1'));
  return client.closed;
}

export interface RawClient {
  socket: Socket;
  closed: Promise<RawAnswer>;
  /** resolves once what came matches */
  until(pattern: RegExp): Promise<string>;
  /** all that came so far */
  received(): string;
}

export function rawClient(port: number): RawClient {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk;
  });
  let reset = false;
  socket.on('error', () => {
    reset = true;
  });
  const closed = new Promise<RawAnswer>((resolve) => {
    socket.on('close', () => resolve({ text, statuses: statusesOf(text), reset }));
  });
  return { socket, closed, until: (pattern) => matching(socket, pattern, () => text), received: () => text };
}

function matching(socket: Socket, pattern: RegExp, text: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!pattern.test(text())) return;
      socket.off('data', look).off('close', gone);
      resolve(text());
    };
    const gone = () => reject(new Error(`closed before ${pattern}: ${JSON.stringify(text())}`));
    socket.on('data', look).on('close', gone);
    look();
  });
}

function statusesOf(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]));
}
