import type { ConnectionMessage, ConnectionRelay } from '../dataPlane/connectionMessages';
import { holderNumber } from '../dataPlane/RelayedConnections';

/** Carries questions about connections to the worker that holds them, and answers for those that are gone. */
export class ConnectionPost {
  /** number in ids -> worker */
  private readonly holders = new Map<number, number>();

  /** @param send to a worker by its id; one that is gone hears nothing */
  constructor(private readonly send: (workerId: number, message: ConnectionRelay) => void) {}

  /** A worker was started, under a number that no other ever had. */
  started(workerId: number, workerNumber: number): void {
    this.ended(workerId);
    this.holders.set(holderNumber(workerNumber), workerId);
  }

  ended(workerId: number): void {
    for (const [holder, id] of this.holders) if (id === workerId) this.holders.delete(holder);
  }

  carry(from: number, message: ConnectionMessage): void {
    const { sequence } = message;
    if (message.type === 'connectionAnswer') {
      this.send(message.asker, { type: 'connectionAnswered', sequence, answer: message.answer });
      return;
    }
    const to = this.holders.get(message.holder);
    if (to === undefined)
      this.send(from, { type: 'connectionAnswered', sequence, answer: { outcome: 'gone' } });
    else this.send(to, { type: 'connectionAsked', sequence, asker: from, question: message.question });
  }
}
