import { ApiKeyTable } from './ApiKeyTable';
import { buildServing } from './buildServing';
import { checkSnapshot } from './checkSnapshot';
import type { Serving } from './compiled';
import { SnapshotRejected } from './SnapshotRejected';
import type { Snapshot } from './types';

/** Holds what serves: decode strictly, build beside, check, then swap one reference. */
export class SnapshotHolder {
  private serving: Serving | undefined;
  private apiKeys = new ApiKeyTable();

  /** What serves now; a call takes it once and keeps it to its end. */
  current(): Serving | undefined {
    return this.serving;
  }

  /**
   * @param stored keys that a complete snapshot is laid over; the table is the engine's from then on
   * @throws SnapshotRejected; nothing has changed then
   */
  apply(document: Snapshot, stored = new ApiKeyTable()): Serving {
    checkSnapshot(document);
    const { basis, apiKeys, removedApiKeyIds } = document;
    this.checkBasis(basis);
    const table = basis === null ? stored : this.apiKeys;
    table.check(apiKeys, removedApiKeyIds);
    const next = buildServing(document, this.serving, table);
    // From here on nothing can fail, and nothing else runs in between.
    table.apply(apiKeys, removedApiKeyIds);
    this.apiKeys = table;
    this.serving = next;
    return next;
  }

  private checkBasis(basis: number | null): void {
    const revision = this.serving?.revision ?? 0;
    if (basis !== null && basis !== revision)
      throw new SnapshotRejected('basis', `is ${basis}, and this engine stands at ${revision}`, true);
  }
}
