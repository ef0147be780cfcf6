import type { Snapshot } from '@gatehouse/gateway/snapshot';
import { type Log, reasonOf } from '../log';
import { writeSnapshotFile } from '../snapshotFile';

/** Bursts of publications share one write. */
const DELAY = 200;

/** Keeps the newest snapshot that a worker serves on disk, off the way of any request. */
export class SnapshotKeeper {
  private newest: Snapshot | null = null;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataDir: string,
    private readonly log: Log,
  ) {}

  keep(snapshot: Snapshot): void {
    if (this.newest === snapshot) return;
    this.newest = snapshot;
    this.timer ??= setTimeout(() => void this.write(), DELAY);
  }

  /** Writes at once what waits: before the process ends. */
  async flush(): Promise<void> {
    if (this.timer) await this.write();
    await this.writing;
  }

  private write(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const snapshot = this.newest;
    if (!snapshot) return this.writing;
    this.writing = this.writing
      .then(() => writeSnapshotFile(this.dataDir, snapshot))
      .catch((error: unknown) =>
        this.log.error('The snapshot could not be written to disk', { reason: reasonOf(error) }),
      );
    return this.writing;
  }
}
