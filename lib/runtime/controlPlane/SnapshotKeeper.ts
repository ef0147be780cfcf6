import { type ApiKeyDocument, checkSnapshot, type Snapshot } from '@gatehouse/gateway/snapshot';
import type { Secrets, StoredApiKeys } from '@/lib/control/ports';
import type { RevisionState } from '@/lib/control/publish/revisionState';
import { isWhole, removeApiKeyFiles, writeApiKeyFile } from '../apiKeyFile';
import { type Log, reasonOf } from '../log';
import { HANDED, readSnapshotFile, SERVED, type StoredSnapshot, writeSnapshotFile } from '../snapshotFile';
import { openKeys, sealKeys } from '../snapshotKeys';
import { foldApiKeys } from './foldApiKeys';
import { mergeSnapshot } from './mergeSnapshot';

/** Bursts of publications share one write. */
const DELAY = 200;
/** A disk that is full now may not be in a while. */
const TRY_AGAIN = 5_000;
/** So many changed keys lie in the snapshot at most before they are stored with the others. */
const MOST_CHANGED = 10_000;

/**
 * What the workers should serve, complete at any time although publications are changes: on disk for those that
 * start, and for those that lack the basis of a change. Keys are only on disk, but for what changed of them lately.
 */
export class SnapshotKeeper {
  private current: StoredSnapshot | null = null;
  private served: StoredSnapshot | null = null;
  /** what was served when it was last written */
  private written: StoredSnapshot | null = null;
  private handed: StoredSnapshot | null = null;
  /** a file of keys is written, or was for a publication that is still to come */
  private coming = false;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();
  private folding: Promise<void> | null = null;

  constructor(
    private readonly dataDir: string,
    private readonly log: Log,
    private readonly build: string,
    private readonly secrets: Pick<Secrets, 'encrypt' | 'decrypt'>,
    private readonly mostChanged = MOST_CHANGED,
  ) {}

  /** Takes over what is on disk. Resolves with its state, or with null when nothing whole of this build is there. */
  async load(): Promise<RevisionState | null> {
    const file = readSnapshotFile(this.dataDir);
    if (file) {
      const { madeBy, ...kept } = file;
      // Workers serve it in any case, until they are handed what is made in its place.
      this.served = await this.goodOne(kept);
      this.written = this.served;
      if (madeBy === this.build) this.current = this.served;
    }
    await this.tidy();
    return this.state();
  }

  /** Where a publication that is a change must begin. */
  state(): RevisionState | null {
    return this.current && { revision: this.current.revision, revisedAt: this.current.revisedAt };
  }

  async store(pages: AsyncIterable<ApiKeyDocument[]>): Promise<StoredApiKeys> {
    this.coming = true;
    try {
      return await writeApiKeyFile(this.dataDir, pages);
    } catch (error) {
      this.coming = false;
      throw error;
    }
  }

  /** @throws when `snapshot` is a change since another revision */
  take(snapshot: Snapshot, stored: StoredApiKeys | null): void {
    this.current = mergeSnapshot(this.current, snapshot, stored);
    if (stored) this.coming = false;
    const { apiKeys, removedApiKeyIds } = this.current;
    if (apiKeys.length + removedApiKeyIds.length > this.mostChanged)
      this.folding ??= this.fold(this.current).finally(() => {
        this.folding = null;
      });
  }

  /** A worker serves what was taken last: it is what a start shall serve. */
  keep(): void {
    if (this.served === this.current) return;
    this.served = this.current;
    this.timer ??= setTimeout(() => void this.write(), DELAY);
  }

  /** Writes what was taken last for a worker to read. Resolves with the file's name and what is in it. */
  async hand(): Promise<{ name: string } & RevisionState> {
    for (;;) {
      const snapshot = this.current;
      if (!snapshot) throw new Error('Nothing was published yet');
      const { revision, revisedAt } = snapshot;
      if (this.handed === snapshot) return { name: HANDED, revision, revisedAt };
      await this.writeFile(HANDED, snapshot);
      this.handed = snapshot;
    }
  }

  /** Writes at once what waits: before the process ends. */
  async flush(): Promise<void> {
    await this.write();
    if (!this.folding) return;
    await this.folding;
    await this.write();
  }

  private write(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const snapshot = this.served;
    if (!snapshot || snapshot === this.written) return this.writing;
    this.writing = this.writing
      .then(() => this.writeFile(SERVED, snapshot))
      .then(() => {
        this.written = snapshot;
        return this.tidy();
      })
      .catch((error: unknown) => {
        this.failed(error);
        this.timer ??= setTimeout(() => void this.write(), TRY_AGAIN).unref();
      });
    return this.writing;
  }

  private writeFile(name: string, snapshot: StoredSnapshot): Promise<void> {
    const sealed = sealKeys(snapshot, this.secrets);
    return writeSnapshotFile(this.dataDir, name, { ...sealed, madeBy: this.build });
  }

  private async fold(folded: StoredSnapshot): Promise<void> {
    try {
      const layOver = await foldApiKeys(this.dataDir, folded, Date.now());
      if (!this.current || this.current.stored !== folded.stored) return;
      const isServed = this.served === this.current;
      this.current = layOver(this.current);
      if (isServed) this.keep();
    } catch (error) {
      this.failed(error);
    }
  }

  private async goodOne(kept: StoredSnapshot): Promise<StoredSnapshot | null> {
    try {
      const { stored, ...snapshot } = openKeys(kept, this.secrets);
      checkSnapshot(snapshot);
      return stored === null || (await isWhole(this.dataDir, stored)) ? { ...snapshot, stored } : null;
    } catch (error) {
      this.log.error('The snapshot on disk is of no use; everything is read from the database', {
        reason: reasonOf(error),
      });
      return null;
    }
  }

  private async tidy(): Promise<void> {
    if (this.coming || this.folding) return;
    const inUse = [this.current, this.served, this.written, this.handed];
    await removeApiKeyFiles(this.dataDir, new Set(inUse.map((snapshot) => snapshot?.stored?.name ?? '')));
  }

  private failed(error: unknown): void {
    this.log.error('The snapshot could not be written to disk', { reason: reasonOf(error) });
  }
}
