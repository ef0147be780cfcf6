import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type BodyTooLarge, gate } from '../gate/gate';
import { type Refusal, refusalText } from '../Refusal';
import type { Handler, Reply, Sent } from '../Request';
import { answerCall } from './answerCall';
import { InboundCall, type ListenerParts } from './InboundCall';

export interface ConnectionParts extends ListenerParts {
  handler: Handler;
  sent: Sent;
  draining(): boolean;
  tooLarge?: BodyTooLarge;
}

interface Waiting {
  message: IncomingMessage;
  response: ServerResponse;
}

const ignore = () => undefined;

const FAILED: Reply = {
  status: 500,
  headers: [['Content-Type', 'application/json']],
  body: '{"message": "Internal server error"}',
};

/**
 * One client's socket: serves its requests one after the other (Node would hand over all of a pipeline at
 * once, so that 64 KB of input could start a thousand calls), and stops at the first that is malformed.
 */
export class ClientConnection {
  private readonly waiting: Waiting[] = [];
  private current: InboundCall | undefined;
  /** nothing further is read from this client */
  private closing = false;

  constructor(
    private readonly socket: Socket,
    private readonly parts: ConnectionParts,
  ) {}

  /** a call is being answered, or one waits, or nothing more is read */
  get isBusy(): boolean {
    return this.current !== undefined || this.waiting.length > 0 || this.closing;
  }

  accept(message: IncomingMessage, response: ServerResponse): void {
    message.on('error', ignore);
    response.on('error', ignore);
    if (this.closing) {
      message.resume();
      return;
    }
    if (this.waiting.length >= this.parts.limits.pipelined) this.closing = true;
    else this.waiting.push({ message, response });
    if (!this.current) this.next();
  }

  /** What the parser refused. A body that broke belongs to the call in flight; a head comes after it. */
  parserRefused(refused: Refusal): void {
    if (this.closing && !this.current) return;
    const broken = this.current && !this.current.message.complete ? this.current : undefined;
    this.closing = true;
    this.waiting.length = 0;
    if (!this.current) this.refuse(refused);
    else if (broken?.response.headersSent) this.socket.destroy();
    else broken?.failBody(refused);
  }

  private next(): void {
    const waiting = this.waiting.shift();
    if (!waiting) {
      // An answer that began before the drain did not say that the connection ends with it.
      if (this.closing || this.parts.draining()) this.socket.destroySoon();
      return;
    }
    if (!this.socket.destroyed) this.judge(waiting);
  }

  private judge({ message, response }: Waiting): void {
    const { method = '', url = '', httpVersion, rawHeaders } = message;
    const { limits, tooLarge } = this.parts;
    const passed = gate({ method, target: url, httpVersion, rawHeaders }, limits, tooLarge);
    if ('status' in passed) {
      message.resume();
      this.refuse(passed);
    } else this.serve(new InboundCall(passed, message, response, this.parts));
  }

  private serve(call: InboundCall): void {
    this.current = call;
    call.onClosed(() => this.served());
    const answer = (reply: Reply) => {
      const close = this.isLast();
      answerCall(reply, { call, parts: this.parts, sent: this.parts.sent, close });
    };
    this.parts.handler(call).then(answer, () => answer(FAILED));
  }

  private isLast(): boolean {
    return this.waiting.length === 0 && (this.closing || this.parts.draining());
  }

  private served(): void {
    this.current = undefined;
    this.next();
  }

  /** Writes past Node's response object: for the first byte of an answer this socket is ours alone. */
  private refuse(refused: Refusal): void {
    this.closing = true;
    this.waiting.length = 0;
    const { socket } = this;
    if (socket.destroyed || !socket.writable) {
      socket.destroy();
      return;
    }
    socket.end(refusalText(refused));
    const timer = setTimeout(() => socket.destroy(), this.parts.limits.linger);
    socket.once('close', () => clearTimeout(timer));
  }
}
