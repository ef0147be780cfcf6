import type { Authorized } from '../authorizers/Authorized';
import type { CallerKey } from '../mapping/Exchange';
import type { Clock, LiveConnection } from '../ports';
import type { ClientSocket, Ending, SocketEvents } from '../transport/upgrade/ClientSocket';
import type { SocketLimits } from '../transport/upgrade/SocketLimits';
import type { ConnectionFacts } from './SocketCall';
import type { Frame } from './SocketIntegration';

type Settled = Omit<ConnectionFacts, 'authorized' | 'callerKey'>;

/** What the engine does with a connection; neither rejects. */
export interface ConnectionWork {
  message(connection: Connection, text: string): Promise<Frame | undefined>;
  closed(connection: Connection, ending: Ending): void;
}

interface ConnectionParts {
  clock: Clock;
  limits: SocketLimits;
  work: ConnectionWork;
}

const GOING_AWAY: Ending = { code: 1001, reason: 'Going away' };

/**
 * One open connection. Its messages begin in the order in which they came and are at work side by side, as on AWS,
 * which promises no order of answers; here answers go in the order of their messages (reliability.md L4).
 */
export class Connection implements ConnectionFacts, SocketEvents {
  readonly id: string;
  readonly apiId: string;
  readonly stageName: string;
  readonly connectedAt: number;
  readonly sourceIp: string;
  readonly userAgent: string | undefined;
  readonly host: string;
  authorized: Authorized | undefined = undefined;
  callerKey: CallerKey | undefined = undefined;
  private socket: ClientSocket | undefined = undefined;
  private readonly openedAt: number;
  private activeAt: number;
  private readonly waiting: string[] = [];
  private atWork = 0;
  private bytesAtWork = 0;
  private answers: Promise<void> = Promise.resolve();
  /** once nothing further is read: how it ends when all was answered, or when the time is over */
  private leaving: { ending: Ending; by: number } | undefined = undefined;
  /** of what waits for the client */
  private takenAt = 0;
  private taken = 0;

  constructor(
    settled: Settled,
    private readonly parts: ConnectionParts,
  ) {
    this.id = settled.id;
    this.apiId = settled.apiId;
    this.stageName = settled.stageName;
    this.connectedAt = settled.connectedAt;
    this.sourceIp = settled.sourceIp;
    this.userAgent = settled.userAgent;
    this.host = settled.host;
    this.openedAt = parts.clock.monotonic();
    this.activeAt = this.openedAt;
  }

  open(socket: ClientSocket): void {
    this.socket = socket;
  }

  get isOpen(): boolean {
    return this.socket?.isOpen === true;
  }

  /** @returns false: it is not open */
  send({ data, isBinary }: Frame): boolean {
    this.active();
    return this.socket?.send(data, isBinary) === true;
  }

  close(code: number, reason: string): void {
    this.socket?.close(code, reason);
  }

  /** Lets what is at work be answered, reads nothing further, and closes. */
  leave(): void {
    this.leaveWith(GOING_AWAY, Number.POSITIVE_INFINITY);
  }

  /** What came before the fault is answered as it would have been, but not for long. */
  faulty(ending: Ending): void {
    const { clock, limits } = this.parts;
    this.leaveWith(ending, clock.monotonic() + limits.closeTimeout);
  }

  /** Ends what is idle, old, at fault or does not read. */
  look(now: number): void {
    const { idleTimeout, longestLife } = this.parts.limits;
    if (now - this.activeAt >= idleTimeout || now - this.openedAt >= longestLife)
      this.close(GOING_AWAY.code, GOING_AWAY.reason);
    if (this.leaving && now >= this.leaving.by) this.go(this.leaving.ending);
    this.lookAtReader(now);
  }

  describe(): LiveConnection {
    const { id, stageName, connectedAt, sourceIp, userAgent = '', parts } = this;
    const lastActiveAt = parts.clock.now() - (parts.clock.monotonic() - this.activeAt);
    return {
      connectionId: id,
      stageName,
      connectedAt,
      lastActiveAt: Math.round(lastActiveAt),
      sourceIp,
      userAgent,
    };
  }

  active(): void {
    this.activeAt = this.parts.clock.monotonic();
  }

  message(text: string): void {
    this.waiting.push(text);
    this.startWaiting();
    if (this.waiting.length > 0) this.socket?.pause();
  }

  closed(ending: Ending): void {
    this.waiting.length = 0;
    this.parts.work.closed(this, ending);
  }

  private startWaiting(): void {
    const { messagesAtWork, bytesAtWork } = this.parts.limits;
    while (this.atWork < messagesAtWork && this.bytesAtWork < bytesAtWork) {
      const text = this.waiting.shift();
      if (text === undefined) return;
      this.start(text);
    }
  }

  private start(text: string): void {
    this.atWork += 1;
    this.bytesAtWork += text.length;
    const answer = this.parts.work.message(this, text);
    this.answers = this.answers
      .then(() => answer)
      .then((frame) => {
        if (frame) this.send(frame);
        this.done(text);
      });
  }

  private done(text: string): void {
    this.atWork -= 1;
    this.bytesAtWork -= text.length;
    const held = this.waiting.length > 0;
    this.startWaiting();
    if (held && this.waiting.length === 0 && !this.leaving) this.socket?.resume();
    this.goIfDone();
  }

  private leaveWith(ending: Ending, by: number): void {
    if (this.leaving) return;
    this.leaving = { ending, by };
    this.socket?.pause();
    this.goIfDone();
  }

  private goIfDone(): void {
    if (this.leaving && this.atWork === 0 && this.waiting.length === 0) this.go(this.leaving.ending);
  }

  /** What the client says to a close frame is read again. */
  private go({ code, reason }: Ending): void {
    this.waiting.length = 0;
    this.close(code, reason);
    this.socket?.resume();
  }

  private lookAtReader(now: number): void {
    const { socket } = this;
    if (!socket || socket.buffered === 0 || socket.taken !== this.taken) {
      this.takenAt = now;
      this.taken = socket?.taken ?? 0;
    } else if (now - this.takenAt >= this.parts.limits.stalledReader)
      socket.cut(1008, 'The client does not read');
  }
}
