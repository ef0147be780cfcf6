import type { ConnectionAnswer, ConnectionQuestion, LiveConnection } from '@gatehouse/gateway/ports';
import type { WorkerOrder, WorkerReport } from '../messages';

/** A worker that has not answered by then is busy or gone. */
const PATIENCE = 2_000;

interface Question {
  /** workers that have not answered */
  open: Set<number>;
  found: LiveConnection[];
  isDone: boolean;
  isList: boolean;
  settle(outcome: ConnectionAnswer['outcome']): void;
}

/** Asks the workers about the connections that they hold. */
export class ConnectionQuestions {
  private readonly questions = new Map<number, Question>();
  private last = 0;

  constructor(
    private readonly workerIds: () => number[],
    private readonly send: (workerIds: number[], order: WorkerOrder) => void,
  ) {}

  /**
   * A list is put together of what all workers say, or those of them that answer in time. What is about one
   * connection is settled by the worker that holds it; `gone` when none does.
   */
  ask(asked: ConnectionQuestion): Promise<ConnectionAnswer> {
    const workerIds = this.workerIds();
    if (workerIds.length === 0) return Promise.resolve({ outcome: 'unanswered' });
    this.last += 1;
    const question = this.last;
    return new Promise((resolve) => {
      const found: LiveConnection[] = [];
      const settle = (outcome: ConnectionAnswer['outcome']) => {
        clearTimeout(timer);
        this.questions.delete(question);
        resolve({ outcome, connections: found });
      };
      const timer = setTimeout(settle, PATIENCE, 'unanswered');
      const isList = asked.type === 'list';
      this.questions.set(question, { open: new Set(workerIds), found, isDone: false, isList, settle });
      this.send(workerIds, { type: 'connections', question, asked });
    });
  }

  answered(workerId: number, { question, answer }: Extract<WorkerReport, { type: 'connections' }>): void {
    const asked = this.questions.get(question);
    if (!asked?.open.delete(workerId)) return;
    asked.found.push(...(answer.connections ?? []));
    asked.isDone ||= answer.outcome === 'ok';
    // Who holds it has settled what is about one connection; a worker that is silent then changes nothing.
    if (asked.open.size === 0 || (asked.isDone && !asked.isList)) asked.settle(asked.isDone ? 'ok' : 'gone');
  }
}
