import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { type FrameFault, FrameWatch } from './FrameWatch';
import { gatherParts } from './gatherParts';
import type { SocketLimits } from './SocketLimits';

export interface SocketEvents {
  /** a whole message of text; not called any more once the connection is being closed */
  message(text: string): void;
  /** bytes came */
  active(): void;
  /** a fault of the client's: nothing further is read, and it is to be closed with this once it was answered */
  faulty(ending: Ending): void;
  /** exactly once */
  closed(ending: Ending): void;
}

/** Why a connection ended: RFC 6455 7.4's code, and the reason as `$disconnect` is told it. */
export interface Ending {
  code: number;
  reason: string;
}

/** What ws calls the faults of frames, and the code that it closes with. */
const CODE_OF_FAULT = new Map([
  ['WS_ERR_INVALID_UTF8', 1007],
  ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 1009],
  ['WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH', 1009],
]);
const FAULT_REASON = new Map([
  [1003, 'Binary frames are not supported'],
  [1007, 'Invalid UTF-8'],
  [1009, 'Message too long'],
]);

/** One open WebSocket. AWS's limits on what comes, and a bound on what waits to go. */
export class ClientSocket {
  /** what ends it, once we said so; what the client says then is an answer to that */
  private ending: Ending | undefined;
  private fault: Ending | undefined;
  /** of the frames that were seen and that ws has not read yet */
  private found: FrameFault | undefined;
  private readonly frames: FrameWatch;

  constructor(
    private readonly webSocket: WebSocket,
    private readonly socket: Socket,
    private readonly limits: SocketLimits,
    private readonly events: SocketEvents,
  ) {
    this.frames = new FrameWatch(limits.frameBytes);
    // Before ws reads the same chunk, for a frame that is too long shall not be gathered first.
    socket.prependListener('data', (chunk: Buffer) => this.look(chunk));
    webSocket.on('message', (data: Buffer, isBinary: boolean) => this.message(data, isBinary));
    webSocket.on('ping', (data: Buffer) => this.pong(data));
    webSocket.on('error', (fault: NodeJS.ErrnoException) => this.faulty(fault));
    webSocket.once('close', (code: number, reason: Buffer) => {
      events.closed(this.ending ?? this.fault ?? clientsEnding(code, reason.toString()));
    });
  }

  get isOpen(): boolean {
    return this.ending === undefined && this.webSocket.readyState === this.webSocket.OPEN;
  }

  /** bytes that the client has not taken */
  get buffered(): number {
    return this.webSocket.bufferedAmount;
  }

  /** bytes that the client took, ever */
  get taken(): number {
    return this.socket.bytesWritten - this.socket.writableLength;
  }

  /** One message, in frames of at most 32 KB. @returns false when it is not open, or when too much waits already */
  send(data: Buffer, isBinary: boolean): boolean {
    if (!this.takesMore()) return false;
    const { frameBytes } = this.limits;
    let from = 0;
    do {
      const end = Math.min(from + frameBytes, data.length);
      this.webSocket.send(data.subarray(from, end), { binary: isBinary, fin: end === data.length });
      from = end;
    } while (from < data.length);
    return true;
  }

  close(code: number, reason: string): void {
    if (this.ending) return;
    this.ending = { code, reason };
    this.webSocket.close(code, reason);
  }

  /** For a client that would not read a close frame. */
  cut(code: number, reason: string): void {
    this.ending ??= { code, reason };
    this.webSocket.terminate();
  }

  /** Reads nothing further until `resume`. */
  pause(): void {
    this.webSocket.pause();
  }

  resume(): void {
    this.webSocket.resume();
  }

  /**
   * RFC 6455 5.5.2. Not left to ws: it drops a connection without a word at the 61st ping of one chunk, however well
   * the client reads.
   */
  private pong(data: Buffer): void {
    if (this.takesMore()) this.webSocket.pong(data);
  }

  /** A client that reads too little is cut off. */
  private takesMore(): boolean {
    if (!this.isOpen) return false;
    if (this.buffered <= this.limits.bufferedBytes) return true;
    this.cut(1008, 'The client does not read');
    return false;
  }

  private look(chunk: Buffer): void {
    gatherParts(this.webSocket);
    if (this.fault || this.found) return;
    this.events.active();
    this.found = this.frames.read(chunk);
    const { found } = this;
    // Once ws read the chunk, which may hold messages before this, and said what else is wrong with it.
    if (found) queueMicrotask(() => this.fail(found.code));
  }

  private message(data: Buffer, isBinary: boolean): void {
    if (this.ending || this.fault) return;
    if (this.found && this.found.after-- <= 0) return;
    // AWS takes no binary frames from clients.
    if (isBinary) this.fail(1003);
    else this.events.message(data.toString());
  }

  private faulty({ code = '' }: NodeJS.ErrnoException): void {
    if (code.startsWith('WS_ERR_')) this.fail(CODE_OF_FAULT.get(code) ?? 1002);
  }

  private fail(code: number): void {
    if (this.ending || this.fault) return;
    this.fault = { code, reason: FAULT_REASON.get(code) ?? 'Protocol error' };
    this.events.faulty(this.fault);
  }
}

/** AWS's words where the client gave none (https://repost.aws threads show the first; RFC 6455 7.1.5 the codes). */
function clientsEnding(code: number, reason: string): Ending {
  if (reason !== '') return { code, reason };
  if (code === 1005) return { code, reason: 'Client-side close frame status not set' };
  if (code === 1000) return { code, reason: 'Connection Closed Normally' };
  if (code === 1001) return { code, reason: 'Going away' };
  return { code, reason: code === 1006 ? 'Connection Closed Abnormally' : '' };
}
