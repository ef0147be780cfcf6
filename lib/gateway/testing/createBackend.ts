import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type ServerOptions, Server as TlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { pairs } from './sendRequest';

export interface BackendRequest {
  method: string;
  /** path and query as they came */
  url: string;
  /** last value by name in lower case */
  headers: Record<string, string>;
  rawHeaders: [name: string, value: string][];
  body: string;
  /** the body before it was read as UTF-8 */
  bytes: Buffer;
  /** common name of the certificate that the client showed; '' when none */
  clientCertificate: string;
  /** the name that the client asked for in its handshake */
  serverName: string;
}

export interface TestBackend {
  /** without a trailing slash */
  url: string;
  port: number;
  requests: BackendRequest[];
  /** sockets now open */
  open: Set<Socket>;
  connections(): number;
  /** from now on another certificate; HTTPS only */
  setSecureContext(options: ServerOptions): void;
  close(): Promise<void>;
}

/**
 * A real HTTP server on loopback that keeps what it was asked and answers by script.
 * @param tls makes it an HTTPS server
 */
export async function createBackend(
  script: (request: BackendRequest, response: Parameters<RequestListener>[1]) => void,
  tls?: ServerOptions,
): Promise<TestBackend> {
  const requests: BackendRequest[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const listener: RequestListener = (message, response) => {
    void read(message).then((request) => {
      requests.push(request);
      script(request, response);
    });
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  // It is the client that closes idle connections: no test calls by one that is just being closed.
  server.keepAliveTimeout = 600_000;
  server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => {
    connections += 1;
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    requests,
    open,
    connections: () => connections,
    setSecureContext: (options) => {
      if (server instanceof TlsServer) server.setSecureContext(options);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(message: IncomingMessage): Promise<BackendRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  const rawHeaders = pairs(message.rawHeaders);
  const bytes = Buffer.concat(chunks);
  const secure = message.socket instanceof TLSSocket ? message.socket : undefined;
  return {
    method: message.method ?? '',
    url: message.url ?? '',
    headers: Object.fromEntries(rawHeaders.map(([name, value]) => [name.toLowerCase(), value])),
    rawHeaders,
    body: bytes.toString(),
    bytes,
    clientCertificate: String(secure?.getPeerCertificate().subject?.CN ?? ''),
    serverName: (secure && 'servername' in secure && String(secure.servername)) || '',
  };
}
