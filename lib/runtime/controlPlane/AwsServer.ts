import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { AwsDoor } from '@/lib/aws/createAwsDoor';
import type { Config } from '../config';
import { listenFailure } from '../portHolder';
import { KEEP_ALIVE } from './ConsoleServer';

/** A head is small; a body of 6 MB takes a slow line its time. */
const HEAD_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 120_000;

/** The AWS endpoint's listener: 503 until `serve` is called, then the door. */
export class AwsServer {
  private readonly server: Server;
  private door: AwsDoor = starting;

  constructor() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
    this.server.headersTimeout = HEAD_TIMEOUT;
    this.server.requestTimeout = REQUEST_TIMEOUT;
    this.server.keepAliveTimeout = KEEP_ALIVE;
  }

  listen({ awsPort, host }: Config): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (error) => reject(listenFailure(error, awsPort, 'GATEHOUSE_AWS_PORT')));
      this.server.listen(awsPort, host, resolve);
    });
  }

  serve(door: AwsDoor): void {
    this.door = door;
  }

  /** Lets answers under way end, at most `graceMs`. */
  async close(graceMs: number): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeIdleConnections();
    const late = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
    await Promise.race([closed, late]);
    this.server.closeAllConnections();
  }

  private async answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = requestOf(message);
    if (!request) {
      response.writeHead(400).end();
      return;
    }
    const answer = await this.door(request, message.socket.remoteAddress ?? '');
    // A body that nobody read to its end would be taken for the next request.
    if (!message.complete) response.setHeader('connection', 'close');
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  }
}

/** Undefined for a target or a header that is none of HTTP's. */
function requestOf(message: IncomingMessage): Request | undefined {
  const { method = 'GET', url = '/', rawHeaders } = message;
  if (!url.startsWith('/')) return undefined;
  try {
    const headers = new Headers();
    for (let at = 0; at < rawHeaders.length; at += 2)
      headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const body = hasBody ? { body: Readable.toWeb(message) as ReadableStream, duplex: 'half' as const } : {};
    return new Request(`http://gatehouse${url}`, { method, headers, ...body });
  } catch {
    return undefined;
  }
}

const starting: AwsDoor = async () =>
  new Response('{"message":"Gatehouse is starting"}', {
    status: 503,
    headers: { 'content-type': 'application/json', 'retry-after': '1' },
  });
