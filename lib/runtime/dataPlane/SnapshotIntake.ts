import type { Gateway } from '@gatehouse/gateway';
import { type Snapshot, SnapshotRejected } from '@gatehouse/gateway/snapshot';
import type { Secrets } from '@/lib/control/ports';
import type { RevisionState } from '@/lib/control/publish/revisionState';
import { readApiKeyFile } from '../apiKeyFile';
import { type Log, reasonOf } from '../log';
import type { WorkerReport } from '../messages';
import { readSnapshotFile, SERVED } from '../snapshotFile';
import { openKeys } from '../snapshotKeys';

/** Gives snapshots to the engine, one after the other, and tells control what became of each. */
export class SnapshotIntake {
  private tail: Promise<void> = Promise.resolve();
  private revisedAt = 0;
  /** file of keys that the engine's table began with; since then it has taken every change */
  private storedName: string | null = null;

  constructor(
    private readonly dataDir: string,
    private readonly gateway: Gateway,
    private readonly secrets: Pick<Secrets, 'decrypt'>,
    private readonly report: (report: WorkerReport) => void,
    private readonly log: Log,
  ) {}

  /** What the engine serves now. */
  state(): RevisionState {
    return { revision: this.gateway.revision(), revisedAt: this.revisedAt };
  }

  /** Takes what was served last, for a start without control. */
  async start(): Promise<void> {
    const kept = readSnapshotFile(this.dataDir);
    if (!kept) return;
    await this.applyFile(SERVED, kept);
    if (this.gateway.revision() > 0) return;
    // Control may have put others in the place of the keys while they were looked for.
    const next = readSnapshotFile(this.dataDir);
    if (next && next.stored?.name !== kept.stored?.name) await this.applyFile(SERVED, next);
  }

  /** Always answers, also when the engine stands there already: control waits for the answer. */
  apply(snapshot: Snapshot): void {
    this.enqueue(snapshot, async () => this.serve(snapshot, () => this.gateway.apply(snapshot)));
  }

  /** Takes the complete snapshot of that file. */
  applyFile(name: string, expected: RevisionState): Promise<void> {
    return this.enqueue({ ...expected, basis: null }, () => this.load(name));
  }

  private async load(name: string): Promise<void> {
    const file = readSnapshotFile(this.dataDir, name);
    if (!file) throw new Error(`${name} cannot be read`);
    const { stored, madeBy, ...snapshot } = openKeys(file, this.secrets);
    if (stored && stored.name === this.storedName) {
      // All that changed since these keys were read is in the snapshot: it need not be told what is here of it.
      const change = { ...snapshot, basis: this.gateway.revision() };
      return this.serve(snapshot, () => this.gateway.apply(change));
    }
    const table = stored ? await readApiKeyFile(this.dataDir, stored) : undefined;
    this.serve(snapshot, () => this.gateway.apply(snapshot, table));
    this.storedName = stored?.name ?? null;
  }

  private serve({ revisedAt }: Snapshot, apply: () => number): void {
    const revision = apply();
    this.revisedAt = revisedAt;
    this.report({ type: 'applied', revision });
  }

  private enqueue(
    { revision, basis }: Pick<Snapshot, 'revision' | 'basis'>,
    work: () => Promise<void>,
  ): Promise<void> {
    this.tail = this.tail.then(work).catch((error: unknown) => {
      const reason = reasonOf(error);
      this.log.error('A snapshot was refused; what served before goes on', { revision, basis, reason });
      const unreadable = !(error instanceof SnapshotRejected);
      this.report({ type: 'refused', revision, basis, reason, unreadable });
    });
    return this.tail;
  }
}
