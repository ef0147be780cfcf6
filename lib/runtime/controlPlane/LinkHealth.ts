import type { TargetHealth } from '@gatehouse/gateway';
import type { WorkerOrder, WorkerReport } from '../messages';

/** A worker that has not said by then what it knows is busy or gone. */
const PATIENCE = 1_000;

interface Question {
  /** workers that have not answered */
  open: Set<number>;
  answer(targets: TargetHealth[]): void;
}

/** Asks the workers how the targets of a VPC link do. */
export class LinkHealth {
  private readonly questions = new Map<number, Question>();
  private last = 0;

  constructor(
    private readonly workerIds: () => number[],
    private readonly send: (workerIds: number[], order: WorkerOrder) => void,
  ) {}

  /** As the worker that answers first sees them; none when no worker knows the link or none answers in time. */
  ask(vpcLinkId: string): Promise<TargetHealth[]> {
    const workerIds = this.workerIds();
    if (workerIds.length === 0) return Promise.resolve([]);
    this.last += 1;
    const question = this.last;
    return new Promise((resolve) => {
      const answer = (targets: TargetHealth[]) => {
        clearTimeout(timer);
        this.questions.delete(question);
        resolve(targets);
      };
      const timer = setTimeout(answer, PATIENCE, []);
      this.questions.set(question, { open: new Set(workerIds), answer });
      this.send(workerIds, { type: 'vpcLinkHealth', question, vpcLinkId });
    });
  }

  answered(workerId: number, { question, targets }: Extract<WorkerReport, { type: 'vpcLinkHealth' }>): void {
    const asked = this.questions.get(question);
    if (!asked) return;
    asked.open.delete(workerId);
    if (targets.length > 0 || asked.open.size === 0) asked.answer(targets);
  }
}
