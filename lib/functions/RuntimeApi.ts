import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a runtime says; the instance that owns the API listens. */
export interface RuntimeListener {
  /** GET next: `response` stays open until there is an event */
  next(response: ServerResponse): void;
  response(requestId: string, request: IncomingMessage, response: ServerResponse): void;
  error(requestId: string, request: IncomingMessage, response: ServerResponse): void;
  initError(request: IncomingMessage, response: ServerResponse): void;
}

const BASE = '/2018-06-01/runtime/';

/**
 * The Lambda Runtime API of one instance, on a loopback port of its own
 * (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
 */
export class RuntimeApi {
  private readonly server: Server;

  constructor(private readonly listener: RuntimeListener) {
    this.server = createServer((request, response) => this.route(request, response));
    // A runtime waits for its next event as long as it takes.
    this.server.requestTimeout = 0;
    this.server.timeout = 0;
    this.server.keepAliveTimeout = 0;
  }

  /** Resolves with `host:port` for AWS_LAMBDA_RUNTIME_API. */
  listen(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', () => {
        resolve(`127.0.0.1:${(this.server.address() as AddressInfo).port}`);
      });
    });
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private route(request: IncomingMessage, response: ServerResponse): void {
    request.on('error', () => {});
    const { method, url = '' } = request;
    const path = url.startsWith(BASE) ? url.slice(BASE.length) : '';
    const [, requestId = '', verb] = /^invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    if (method === 'GET' && path === 'invocation/next') this.listener.next(response);
    else if (method === 'POST' && path === 'init/error') this.listener.initError(request, response);
    else if (method === 'POST' && verb === 'response') this.listener.response(requestId, request, response);
    else if (method === 'POST' && verb === 'error') this.listener.error(requestId, request, response);
    else reply(response, 404, { errorType: 'InvalidRequest', errorMessage: 'No such operation' });
  }
}

/** Answers the runtime. */
export function reply(response: ServerResponse, status: number, body: Record<string, string>): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
