import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
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
}

export interface TestBackend {
  /** without a trailing slash */
  url: string;
  port: number;
  requests: BackendRequest[];
  close(): Promise<void>;
}

/** A real HTTP server on loopback that keeps what it was asked and answers by script. */
export async function createBackend(
  script: (request: BackendRequest, response: Parameters<RequestListener>[1]) => void,
): Promise<TestBackend> {
  const requests: BackendRequest[] = [];
  const server = createServer((message, response) => {
    void read(message).then((request) => {
      requests.push(request);
      script(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
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
  return {
    method: message.method ?? '',
    url: message.url ?? '',
    headers: Object.fromEntries(rawHeaders.map(([name, value]) => [name.toLowerCase(), value])),
    rawHeaders,
    body: bytes.toString(),
    bytes,
  };
}
