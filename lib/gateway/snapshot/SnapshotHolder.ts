import { ApiKeyTable } from './ApiKeyTable';
import { buildServing } from './buildServing';
import { checkSnapshot } from './checkSnapshot';
import type { Serving } from './compiled';
import { SnapshotRejected } from './SnapshotRejected';
import type { Snapshot } from './types';

/** Holds what serves: decode strictly, build beside, check, then swap one reference. */
export class SnapshotHolder {
  private serving: Serving | undefined;
  private readonly apiKeys = new ApiKeyTable();

  /** What serves now; a call takes it once and keeps it to its end. */
  current(): Serving | undefined {
    return this.serving;
  }

  /** @throws SnapshotRejected; nothing has changed then */
  apply(document: Snapshot): Serving {
    checkSnapshot(document);
    const { basis, apiKeys, removedApiKeyIds } = document;
    this.checkBasis(basis);
    const complete = basis === null;
    this.apiKeys.check(apiKeys, removedApiKeyIds, complete);
    const next = buildServing(document, this.serving, this.apiKeys);
    // From here on nothing can fail, and nothing else runs between the two lines.
    this.apiKeys.apply(apiKeys, removedApiKeyIds, complete);
    this.serving = next;
    return next;
  }

  private checkBasis(basis: number | null): void {
    const revision = this.serving?.revision ?? 0;
    if (basis !== null && basis !== revision)
      throw new SnapshotRejected('basis', `is ${basis}, and this engine stands at ${revision}`, true);
  }
}
