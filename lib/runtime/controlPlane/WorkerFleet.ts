import type { Snapshot } from '@gatehouse/gateway/snapshot';
import type { StoredApiKeys } from '@/lib/control/ports';
import type { RevisionState } from '@/lib/control/publish/revisionState';
import { type Log, reasonOf } from '../log';
import type { WorkerOrder, WorkerReport } from '../messages';
import type { SnapshotKeeper } from './SnapshotKeeper';

/** A publication resolves after this long, whatever a worker does: health says who is behind. */
const PATIENCE = 2_000;
/** A disk that is full now may not be in a while. */
const TRY_AGAIN = 1_000;

export interface FleetWorker {
  id: number;
  pid: number;
  revision: number;
  /** why it did not take the newest snapshot */
  refused?: string;
}
type SnapshotReport = Extract<WorkerReport, { type: 'hello' | 'applied' | 'refused' }>;
type Known = FleetWorker & {
  /** what it was sent last or said that it has; null while it waits for the complete snapshot */
  handed: RevisionState | null;
};

/** Control's view of the gateway workers: hands them snapshots and waits for their acknowledgement. */
export class WorkerFleet {
  private live: ReadonlySet<number> = new Set();
  private readonly known = new Map<number, Known>();
  /** the last publication, and what it is a change of */
  private last: { basis: RevisionState | null; snapshot: Snapshot } | null = null;
  private handing = false;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly send: (workerIds: number[], order: WorkerOrder) => void,
    private readonly keeper: Pick<SnapshotKeeper, 'state' | 'take' | 'keep' | 'hand'>,
    /** a worker cannot read what is on disk */
    private readonly onUnreadable: () => void,
    private readonly log: Log,
  ) {}

  /** Resolves when every live worker serves the snapshot, or has said that it will not, or after 2 s. */
  async publish(snapshot: Snapshot, stored: StoredApiKeys | null): Promise<void> {
    const basis = snapshot.basis === null ? null : this.keeper.state();
    this.keeper.take(snapshot, stored);
    this.last = { basis, snapshot };
    for (const worker of this.known.values()) delete worker.refused;
    this.bringForward([...this.known.values()]);
    await this.settled(snapshot.revision);
  }

  workers(): FleetWorker[] {
    return [...this.known.values()].map(({ handed, ...worker }) => worker).sort((a, b) => a.id - b.id);
  }

  /** The supervisor's word on which workers run. */
  setLive(workerIds: number[]): void {
    this.live = new Set(workerIds);
    for (const id of this.known.keys()) if (!this.live.has(id)) this.known.delete(id);
    this.wake();
  }

  report(id: number, report: SnapshotReport): void {
    if (report.type === 'hello') this.greet(id, report);
    else if (report.type === 'applied') this.applied(id, report.revision);
    else this.refused(id, report);
    this.wake();
  }

  /** One that serves the newest from its own disk is sent nothing; nor is one that says hello again. */
  private greet(id: number, { pid, revision, revisedAt }: Extract<SnapshotReport, { type: 'hello' }>): void {
    if (this.known.get(id)?.pid === pid) return;
    const worker: Known = { id, pid, revision, handed: { revision, revisedAt } };
    this.known.set(id, worker);
    if (this.last && !isSame(worker.handed, this.last.snapshot)) this.bringForward([worker]);
  }

  /** The change for those who stand where it begins, the complete snapshot for all others. */
  private bringForward(workers: Known[]): void {
    if (!this.last) return;
    const { basis, snapshot } = this.last;
    const standing = workers.filter(({ handed }) => basis && isSame(handed, basis));
    for (const worker of workers) worker.handed = standing.includes(worker) ? snapshot : null;
    const ids = standing.map(({ id }) => id);
    if (ids.length > 0) this.send(ids, { type: 'snapshot', snapshot });
    if (ids.length < workers.length) this.startHanding();
  }

  private applied(id: number, revision: number): void {
    const worker = this.known.get(id);
    if (worker) {
      worker.revision = revision;
      delete worker.refused;
    }
    if (this.keeper.state()?.revision === revision) this.keeper.keep();
  }

  /** A change that does not fit is followed by the complete snapshot; when that is refused too, health shows it. */
  private refused(id: number, report: Extract<SnapshotReport, { type: 'refused' }>): void {
    const worker = this.known.get(id);
    if (!worker || report.revision !== this.last?.snapshot.revision) return;
    if (report.basis === null) worker.refused = report.reason;
    else worker.handed = null;
    if (report.basis !== null) this.startHanding();
    else if (report.unreadable) this.onUnreadable();
  }

  private startHanding(): void {
    if (!this.handing) void this.handComplete();
  }

  /** To all who wait for it, until nobody does; what is published meanwhile is in it. */
  private async handComplete(): Promise<void> {
    this.handing = true;
    const waiting = () => [...this.known.values()].filter(({ handed }) => handed === null);
    while (waiting().length > 0) {
      const file = await this.keeper.hand().catch((error: unknown) => this.notHanded(error));
      if (!file || !isSame(file, this.keeper.state())) continue;
      const workers = waiting();
      for (const worker of workers) worker.handed = file;
      this.send(
        workers.map(({ id }) => id),
        { type: 'snapshotFile', ...file },
      );
    }
    this.handing = false;
  }

  private async notHanded(error: unknown): Promise<null> {
    this.log.error('A worker waits for a snapshot that cannot be written', { reason: reasonOf(error) });
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN).unref());
    return null;
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

const isSame = (a: RevisionState | null, b: RevisionState | null) =>
  a?.revision === b?.revision && a?.revisedAt === b?.revisedAt;
