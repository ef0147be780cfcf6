import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Told about each request's head (with what came of its body) on a connection. */
export type Script = (socket: Socket, request: ScriptedRequest) => unknown;

export interface ScriptedRequest {
  text: string;
  /** 1 for the first request of all */
  number: number;
  /** 1 for the first on its connection */
  onConnection: number;
}

export interface ScriptedBackend {
  origin: string;
  port: number;
  connections(): number;
  requests: string[];
  /** sockets now open */
  open: Set<Socket>;
}

/** A backend of raw bytes: it answers what the script writes, well-formed or not. */
export async function scriptedBackend(script: Script): Promise<ScriptedBackend> {
  const open = new Set<Socket>();
  const requests: string[] = [];
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    open.add(socket);
    let buffered = '';
    let onConnection = 0;
    socket.setEncoding('latin1').on('data', (chunk) => {
      buffered += chunk;
      while (buffered.includes('\r\n\r\n')) {
        const end = buffered.indexOf('\r\n\r\n') + 4;
        const length = Number(/content-length: (\d+)/i.exec(buffered.slice(0, end))?.[1] ?? 0);
        if (buffered.length < end + length) return;
        const text = buffered.slice(0, end + length);
        buffered = buffered.slice(end + length);
        onConnection += 1;
        requests.push(text);
        script(socket, { text, number: requests.length, onConnection });
      }
    });
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, port, connections: () => connections, requests, open };
}

export function answer(body: string, headers = ''): string {
  return `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;
}

/**
 * @returns a port on which nothing listens, nor soon will: below those that the system gives to whoever asks for any,
 * for other tests ask all the time
 */
export async function closedPort(): Promise<number> {
  for (;;) {
    const port = 10_100 + Math.floor(Math.random() * 9_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
