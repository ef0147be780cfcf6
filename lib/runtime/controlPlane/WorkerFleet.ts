import type { Snapshot } from '@gatehouse/gateway/snapshot';
import type { WorkerOrder, WorkerReport } from '../messages';
import { mergeSnapshot } from './mergeSnapshot';

/** A publication resolves after this long, whatever a worker does: health says who is behind. */
const PATIENCE = 2_000;

export interface FleetWorker {
  id: number;
  pid: number;
  revision: number;
  /** why it did not take the newest snapshot */
  refused?: string;
}
type SnapshotReport = Exclude<WorkerReport, { type: 'usage' }>;

/** Control's view of the gateway workers: hands them snapshots and waits for their acknowledgement. */
export class WorkerFleet {
  private live: ReadonlySet<number> = new Set();
  private readonly known = new Map<number, FleetWorker>();
  private complete: Snapshot | null = null;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly send: (workerIds: number[] | null, order: WorkerOrder) => void,
    /** a worker serves this complete snapshot */
    private readonly onServed: (snapshot: Snapshot) => void,
  ) {}

  /** Resolves when every live worker serves the snapshot, or has said that it will not, or after 2 s. */
  async publish(snapshot: Snapshot): Promise<void> {
    this.complete = mergeSnapshot(this.complete, snapshot);
    for (const { id, pid, revision } of this.known.values()) this.known.set(id, { id, pid, revision });
    this.send(null, { type: 'snapshot', snapshot });
    await this.settled(snapshot.revision);
  }

  workers(): FleetWorker[] {
    return [...this.known.values()].sort((a, b) => a.id - b.id);
  }

  /** The supervisor's word on which workers run. */
  setLive(workerIds: number[]): void {
    this.live = new Set(workerIds);
    for (const id of this.known.keys()) if (!this.live.has(id)) this.known.delete(id);
    this.wake();
  }

  report(id: number, report: SnapshotReport): void {
    if (report.type === 'hello') this.greet(id, report.pid, report.revision);
    else if (report.type === 'applied') this.applied(id, report.revision);
    else this.refused(id, report);
    this.wake();
  }

  /** Always the complete one: a revision read from disk may be another database's of the same number. */
  private greet(id: number, pid: number, revision: number): void {
    this.known.set(id, { id, pid, revision });
    this.sendComplete(id);
  }

  private applied(id: number, revision: number): void {
    const worker = this.known.get(id);
    if (worker) this.known.set(id, { id, pid: worker.pid, revision });
    if (this.complete?.revision === revision) this.onServed(this.complete);
  }

  /** A change that does not fit is followed by the complete snapshot; when that is refused too, health shows it. */
  private refused(id: number, report: Extract<SnapshotReport, { type: 'refused' }>): void {
    const worker = this.known.get(id);
    if (!worker || report.revision !== this.complete?.revision) return;
    if (report.basis === null) this.known.set(id, { ...worker, refused: report.reason });
    else this.sendComplete(id);
  }

  private sendComplete(id: number): void {
    if (this.complete) this.send([id], { type: 'snapshot', snapshot: this.complete });
  }

  private settled(revision: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(late);
        this.waiting.delete(check);
        resolve();
      };
      const check = () => {
        if (this.isSettled(revision)) done();
      };
      const late = setTimeout(done, PATIENCE);
      this.waiting.add(check);
      check();
    });
  }

  /** A worker that runs and has not said hello yet will be greeted with this revision; it is waited for as well. */
  private isSettled(revision: number): boolean {
    return [...this.live].every((id) => {
      const worker = this.known.get(id);
      return worker && (worker.revision === revision || worker.refused !== undefined);
    });
  }

  private wake(): void {
    for (const check of this.waiting) check();
  }
}
