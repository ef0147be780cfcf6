import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Clock } from '../ports';
import type { BodyTooLarge } from './gate/gate';
import { BodyBudget } from './inbound/BodyBudget';
import { ClientConnection, type ConnectionParts } from './inbound/ClientConnection';
import { parserRefusal } from './inbound/parserRefusal';
import { DEFAULT_LISTENER_LIMITS, type ListenerLimits } from './ListenerLimits';
import { RateWatch } from './RateWatch';
import type { Handler, Sent } from './Request';
import { DEFAULT_SOCKET_LIMITS, type SocketLimits } from './upgrade/SocketLimits';
import { type UpgradeHandler, Upgrades } from './upgrade/Upgrades';
import { upgradableMessage } from './upgrade/upgradableMessage';

export interface ListenerOptions {
  /** must not reject */
  handler: Handler;
  sent: Sent;
  clock: Clock;
  limits?: Partial<ListenerLimits>;
  /** absent: every upgrade is answered as the plain request that it also is */
  upgrades?: UpgradeHandler;
  socketLimits?: Partial<SocketLimits>;
  /** absent: as REST APIs answer */
  tooLarge?: BodyTooLarge;
  /** called with the bound port once calls are accepted */
  onReady?: (port: number) => void;
}

export interface Listener {
  /** @returns the bound port (0 picks one) */
  listen(port: number, host: string): Promise<number>;
  /** Stops accepting, lets calls in flight end, at most `graceMs`; then cuts what is left. */
  close(graceMs: number): Promise<void>;
}

/** The one door for clients' bytes: Node's strict parser, then the gate, then the handler. */
export function createListener(options: ListenerOptions): Listener {
  const limits = { ...DEFAULT_LISTENER_LIMITS, ...options.limits };
  const { clock } = options;
  const uploads = new RateWatch(clock, limits.rateWindow, (limits.minBodyRate * limits.rateWindow) / 1000);
  const readers = new RateWatch(clock, limits.stalledReader, 1);
  let draining = false;
  const connections = new WeakMap<Socket, ClientConnection>();
  const upgrades =
    options.upgrades &&
    new Upgrades({
      handler: options.upgrades,
      clock,
      limits,
      socketLimits: { ...DEFAULT_SOCKET_LIMITS, ...options.socketLimits },
      draining: () => draining,
      isBusy: (socket) => connections.get(socket)?.isBusy === true,
    });
  const server = createHttpServer(limits, upgrades);
  const parts: ConnectionParts = {
    ...options,
    limits,
    uploads,
    readers,
    budget: new BodyBudget(limits.bodyBudgetBytes),
    draining: () => draining,
  };
  attach(server, parts, connections, upgrades);
  return {
    async listen(port, host) {
      const bound = await bind(server, port, host);
      options.onReady?.(bound);
      return bound;
    },
    async close(graceMs) {
      draining = true;
      await drain(server, upgrades, graceMs);
      uploads.stop();
      readers.stop();
    },
  };
}

function createHttpServer(limits: ListenerLimits, upgrades: Upgrades | undefined): Server {
  const server = createServer({
    ...(upgrades && { IncomingMessage: upgradableMessage((message) => upgrades.isTaken(message)) }),
    maxHeaderSize: limits.parserHeadBytes,
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    connectionsCheckingInterval: limits.connectionsCheckingInterval,
    // Both are the gate's: with its own answers, and counted there.
    requireHostHeader: false,
    insecureHTTPParser: false,
    noDelay: true,
  });
  // Above its default of 2,000 Node drops headers without a word, framing headers among them.
  server.maxHeadersCount = 0;
  return server;
}

function attach(
  server: Server,
  parts: ConnectionParts,
  connections: WeakMap<Socket, ClientConnection>,
  upgrades: Upgrades | undefined,
): void {
  const connectionOf = (socket: Socket) => {
    const known = connections.get(socket);
    if (known) return known;
    const connection = new ClientConnection(socket, parts);
    connections.set(socket, connection);
    return connection;
  };
  const accept = (message: IncomingMessage, response: ServerResponse) => {
    connectionOf(message.socket).accept(message, response);
  };
  // Without an `upgrade` listener Node reads an upgrade as the plain request that it also is; with one,
  // upgradableMessage says of each which of the two it is.
  if (upgrades)
    server.on('upgrade', (message, socket, head) => void upgrades.take(message, socket as Socket, head));
  server.on('request', accept).on('checkContinue', accept).on('checkExpectation', accept);
  server.on('connect', (_message, socket) =>
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
  );
  server.on('clientError', (error, socket) => {
    const refused = parserRefusal(error);
    if (refused) connectionOf(socket as Socket).parserRefused(refused);
    else socket.destroy();
  });
  // E.g. EMFILE on accept: the listener goes on once descriptors are free again.
  server.on('error', () => undefined);
}

function bind(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** `close` also ends idle connections; those in flight end with `Connection: close` on their answer. */
function drain(server: Server, upgrades: Upgrades | undefined, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.closeAllConnections();
      upgrades?.cut();
    }, graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
