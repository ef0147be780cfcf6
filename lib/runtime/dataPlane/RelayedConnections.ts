import { randomBytes } from 'node:crypto';
import {
  CONNECTION_ID_BYTES,
  type ConnectionAnswer,
  type ConnectionDirectory,
  type ConnectionQuestion,
  connectionIdBytes,
  connectionIdOf,
} from '@gatehouse/gateway/ports';
import type { ConnectionMessage, ConnectionRelay } from './connectionMessages';

/** A worker that has not answered by then is busy; one that is gone the supervisor answers for at once. */
const PATIENCE = 5_000;
/** Of an id; the other nine bytes are random. */
const HOLDER_BYTES = 2;

/** The connections of all workers of this machine: an id begins with the number of the worker that holds it. */
export class RelayedConnections implements ConnectionDirectory {
  private readonly waiting = new Map<number, (answer: ConnectionAnswer) => void>();
  /** Of this worker alone: what comes late for one that had its place before is no answer to it. */
  private sequence: number;
  private own: (question: ConnectionQuestion) => ConnectionAnswer = () => ({ outcome: 'gone' });

  constructor(
    /** unique among the workers that ever ran since the supervisor's start */
    private readonly holder: number,
    private readonly send: (message: ConnectionMessage) => void,
    private readonly patience = PATIENCE,
  ) {
    this.sequence = holder * 2 ** 32;
  }

  newConnectionId(): string {
    const bytes = randomBytes(CONNECTION_ID_BYTES);
    bytes.writeUInt16BE(holderNumber(this.holder));
    return connectionIdOf(bytes);
  }

  serve(answer: (question: ConnectionQuestion) => ConnectionAnswer): void {
    this.own = answer;
  }

  /** What this worker's own connections are, for control. */
  answer(question: ConnectionQuestion): ConnectionAnswer {
    return this.own(question);
  }

  ask(question: Exclude<ConnectionQuestion, { type: 'list' }>): Promise<ConnectionAnswer> {
    const bytes = connectionIdBytes(question.connectionId);
    const holder = bytes?.subarray(0, HOLDER_BYTES).readUInt16BE();
    if (holder === undefined || holder === holderNumber(this.holder))
      return Promise.resolve({ outcome: 'gone' });
    this.sequence += 1;
    const sequence = this.sequence;
    return new Promise((resolve) => {
      const timer = setTimeout(() => done({ outcome: 'unanswered' }), this.patience);
      const done = (answer: ConnectionAnswer) => {
        clearTimeout(timer);
        this.waiting.delete(sequence);
        resolve(answer);
      };
      this.waiting.set(sequence, done);
      this.send({ type: 'askConnection', sequence, holder, question });
    });
  }

  receive(message: ConnectionRelay): void {
    if (message.type === 'connectionAnswered') this.waiting.get(message.sequence)?.(message.answer);
    else {
      const { sequence, asker, question } = message;
      this.send({ type: 'connectionAnswer', sequence, asker, answer: this.own(question) });
    }
  }
}

/** As it stands in ids. */
export function holderNumber(workerNumber: number): number {
  return workerNumber % 65_536;
}
