import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Clock } from '../../ports';
import { gate, type PassedHead } from '../gate/gate';
import { replyHead } from '../inbound/replyHead';
import type { ListenerLimits } from '../ListenerLimits';
import { type Refusal, refusal, refusalReply } from '../Refusal';
import type { Reply, Request } from '../Request';
import { ClientSocket, type SocketEvents } from './ClientSocket';
import { checkHandshake } from './checkHandshake';
import { PatientSocket } from './PatientSocket';
import type { SocketLimits } from './SocketLimits';
import { UpgradeRequest } from './UpgradeRequest';

/** The client may come in. */
export interface Accepted {
  /** counts where the client offered it; absent: none */
  protocol: string | undefined;
  /** called once the 101 is written */
  opened(open: (events: SocketEvents) => ClientSocket): void;
  /** instead, when the client left meanwhile */
  missed(): void;
}

/** The engine behind handshakes. */
export interface UpgradeHandler {
  /** whether WebSockets are opened there; all else is answered as the plain request that it also is */
  takes(address: Pick<Request, 'host' | 'path' | 'headers'>): boolean;
  /** The upgrade is held until this resolves. Must not reject. */
  connect(request: Request): Promise<Accepted | Reply>;
}

export interface UpgradeParts {
  handler: UpgradeHandler;
  clock: Clock;
  limits: ListenerLimits;
  socketLimits: SocketLimits;
  draining(): boolean;
  /** whether calls of this client are still being answered: what comes after them is no handshake */
  isBusy(socket: Socket): boolean;
}

/** Takes the handshakes of WebSocket APIs; ws frames what comes after them. */
export class Upgrades {
  private readonly webSockets: WebSocketServer;
  private readonly heads = new WeakMap<IncomingMessage, PassedHead>();
  private readonly protocols = new WeakMap<IncomingMessage, string | undefined>();
  /** of handshakes and of what is open */
  private readonly sockets = new Set<Socket>();

  constructor(private readonly parts: UpgradeParts) {
    // `closeTimeout` is an option of ws 8.19 that its types do not know yet.
    const options = {
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      autoPong: false,
      skipUTF8Validation: false,
      maxPayload: parts.socketLimits.messageBytes,
      // A message may be in as many parts as it has bytes: `gatherParts` bounds what they cost.
      maxFragments: 0,
      maxBufferedChunks: 0,
      WebSocket: PatientSocket,
      closeTimeout: parts.socketLimits.closeTimeout,
      // ws writes it into the head as it is: what was not offered, a line's end above all, is not written.
      handleProtocols: (offered: Set<string>, message: IncomingMessage) => {
        const chosen = this.protocols.get(message);
        return chosen !== undefined && offered.has(chosen) ? chosen : false;
      },
    };
    this.webSockets = new WebSocketServer(options);
  }

  /** Asked by the parser for every head that asks for an upgrade. */
  isTaken(message: IncomingMessage): boolean {
    const { method = '', url = '', httpVersion, rawHeaders } = message;
    if (method !== 'GET' || httpVersion !== '1.1') return false;
    if (message.headers.upgrade?.toLowerCase() !== 'websocket') return false;
    if (this.parts.isBusy(message.socket)) return false;
    const passed = gate({ method, target: url, httpVersion, rawHeaders }, this.parts.limits);
    // What the gate refuses, and what has a body, is refused or answered as the plain request that it is.
    if ('status' in passed || passed.contentLength !== 0 || passed.expectsContinue) return false;
    if (!this.parts.handler.takes(passed)) return false;
    this.heads.set(message, passed);
    return true;
  }

  async take(message: IncomingMessage, socket: Socket, head: Buffer): Promise<void> {
    const broken = () => socket.destroy();
    socket.on('error', broken);
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    const passed = this.heads.get(message);
    if (!passed) {
      socket.destroy();
      return;
    }
    const request = new UpgradeRequest(passed, message, this.parts.clock.monotonic());
    const refused = this.parts.draining() ? DRAINING : checkHandshake(request);
    if (refused) {
      this.refuse(socket, refusalReply(refused));
      return;
    }
    const outcome = await this.parts.handler.connect(request);
    request.settled();
    if ('status' in outcome) this.refuse(socket, outcome);
    else this.open(outcome, { message, socket, head, broken });
  }

  /** Ends whatever is still there. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private open(
    accepted: Accepted,
    {
      message,
      socket,
      head,
      broken,
    }: { message: IncomingMessage; socket: Socket; head: Buffer; broken(): void },
  ): void {
    // ws looks at both and destroys the socket without a word.
    if (!socket.readable || !socket.writable) {
      socket.destroy();
      accepted.missed();
      return;
    }
    this.protocols.set(message, accepted.protocol);
    this.webSockets.handleUpgrade(message, socket, head, (webSocket) => {
      socket.off('error', broken);
      accepted.opened((events) => new ClientSocket(webSocket, socket, this.parts.socketLimits, events));
    });
  }

  private refuse(socket: Socket, reply: Reply): void {
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    socket.end(replyText(reply));
    const timer = setTimeout(() => socket.destroy(), this.parts.limits.linger);
    socket.once('close', () => clearTimeout(timer));
  }
}

const DRAINING: Refusal = refusal(503, 'this gateway is about to end');

function replyText(reply: Reply): string {
  const body = Buffer.isBuffer(reply.body) || typeof reply.body === 'string' ? reply.body.toString() : '';
  const { status } = reply;
  const checked = replyHead({ ...reply, body }, 'GET')?.headers ?? [];
  const lines = pairs(checked).map(([name, value]) => `${name}: ${value}`);
  const first = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}`;
  const end = [`Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close', '', body];
  return [first, ...lines, ...end].join('\r\n');
}

function pairs(flat: readonly string[]): [name: string, value: string][] {
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? ''] as [string, string]] : []));
}
