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

/**
 * The console's listener. It answers from the first moment: 503 with Retry-After until `serve` is called, as long
 * as the database or Next is not there.
 */
export class ConsoleServer {
  readonly server: Server;
  private handler: RequestListener = starting;

  constructor() {
    this.server = createServer((request, response) => {
      request.headers[sourceIpHeader] = request.socket.remoteAddress ?? 'unknown';
      this.handler(request, response);
    });
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

function starting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain; charset=utf-8' });
  response.end(
    'Gatehouse is starting: its database or its pages are not ready yet. Try again in a moment.\n',
  );
}
