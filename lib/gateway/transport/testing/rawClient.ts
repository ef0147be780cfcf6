import { connect, type Socket } from 'node:net';

/** What a client of raw bytes got until the server closed the connection. */
export interface RawAnswer {
  text: string;
  /** status codes of all answers in it, in order, interim ones too */
  statuses: number[];
}

export interface RawOptions {
  /** ends our side once the bytes are out */
  halfClose?: boolean;
}

/** Sends bytes (Latin-1) as they are; resolves once the server has closed. */
export function rawExchange(
  port: number,
  bytes: string | Buffer,
  options: RawOptions = {},
): Promise<RawAnswer> {
  const client = rawClient(port);
  client.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  if (options.halfClose) client.socket.end();
  return client.closed;
}

export interface RawClient {
  socket: Socket;
  closed: Promise<RawAnswer>;
  /** resolves once what came matches */
  until(pattern: RegExp): Promise<string>;
}

export function rawClient(port: number): RawClient {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => undefined);
  const closed = new Promise<RawAnswer>((resolve) => {
    socket.on('close', () => resolve({ text, statuses: statusesOf(text) }));
  });
  return { socket, closed, until: (pattern) => matching(socket, pattern, () => text) };
}

function matching(socket: Socket, pattern: RegExp, text: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!pattern.test(text())) return;
      socket.off('data', look);
      resolve(text());
    };
    socket.on('data', look);
    socket.on('close', () => reject(new Error(`closed before ${pattern}: ${JSON.stringify(text())}`)));
    look();
  });
}

function statusesOf(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]));
}
