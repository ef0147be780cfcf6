import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Config } from '../config';
import { listenFailure } from '../portHolder';

/** lib/auth reads the caller's address from this header; whatever a client sends under the name is replaced. */
export const sourceIpHeader = 'x-gatehouse-source-ip';

/** The readiness probe; while everything runs, app/api/health answers it. */
const healthPath = '/api/health';

/** Longer than a proxy's or a client's, which then never calls by a connection that is being closed here. */
export const KEEP_ALIVE = 75_000;

/**
 * The console's listener. It answers from the first moment: 503 with Retry-After until `serve` is called, as long
 * as the database or Next is not there. Once a stop has begun its readiness is 503, while pages go on.
 */
export class ConsoleServer {
  readonly server: Server;
  private handler: RequestListener = starting;
  private state: 'starting' | 'ready' | 'stopping' = 'starting';

  constructor() {
    this.server = createServer((request, response) => {
      request.headers[sourceIpHeader] = request.socket.remoteAddress ?? 'unknown';
      if (this.state !== 'ready' && isHealth(request)) notReady(response, this.state);
      else this.handler(request, response);
    });
    this.server.keepAliveTimeout = KEEP_ALIVE;
  }

  listen(config: Config): Promise<void> {
    const { consolePort, host } = config;
    return new Promise((resolve, reject) => {
      this.server.once('error', (error) => reject(listenFailure(error, consolePort, 'GATEHOUSE_PORT')));
      this.server.listen(consolePort, host, resolve);
    });
  }

  serve(handler: RequestListener): void {
    this.handler = handler;
    if (this.state === 'starting') this.state = 'ready';
  }

  /** From now on balancers are told to send calls elsewhere. */
  stopping(): void {
    this.state = 'stopping';
  }

  /** Lets answers under way end, at most `graceMs`. WebSockets, which Next's development server has, never end. */
  async close(graceMs: number): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeIdleConnections();
    const late = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
    await Promise.race([closed, late]);
    this.server.closeAllConnections();
  }
}

function isHealth({ url = '' }: IncomingMessage): boolean {
  return url.split('?', 1)[0] === healthPath;
}

function notReady(response: ServerResponse, state: 'starting' | 'stopping'): void {
  response.writeHead(503, {
    'retry-after': '1',
    'content-type': 'application/json',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify({ ok: false, state }));
}

function starting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain; charset=utf-8' });
  response.end(
    'Gatehouse is starting: its database or its pages are not ready yet. Try again in a moment.\n',
  );
}
