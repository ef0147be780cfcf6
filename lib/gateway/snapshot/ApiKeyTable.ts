import type { ApiKeyLookup } from './compiled';
import { SnapshotRejected } from './SnapshotRejected';
import type { ApiKeyDocument } from './types';

/**
 * All API keys by the hash of their value. A million keys are not copied for a change of one: the table lives
 * on from publication to publication and takes the change in place, after everything else was found good.
 */
export class ApiKeyTable implements ApiKeyLookup {
  private readonly byHash = new Map<string, ApiKeyDocument>();
  private readonly hashById = new Map<string, string>();

  find(valueHash: string): ApiKeyDocument | undefined {
    return this.byHash.get(valueHash);
  }

  get size(): number {
    return this.byHash.size;
  }

  /** @throws SnapshotRejected when two keys would share an id or a value; nothing is changed then */
  check(changed: readonly ApiKeyDocument[], removedIds: readonly string[], complete: boolean): void {
    const ids = new Set(changed.map(({ id }) => id));
    if (ids.size < changed.length) throw new SnapshotRejected('apiKeys', 'an id is there twice');
    const hashes = new Set<string>();
    const gone = new Set(removedIds);
    for (const [index, { id, valueHash }] of changed.entries()) {
      const holder = complete ? undefined : this.byHash.get(valueHash);
      const stays = holder && holder.id !== id && !ids.has(holder.id) && !gone.has(holder.id);
      if (hashes.has(valueHash) || stays)
        throw new SnapshotRejected(`apiKeys[${index}].valueHash`, 'another key has this value');
      hashes.add(valueHash);
    }
  }

  /** Takes a change that was checked. */
  apply(changed: readonly ApiKeyDocument[], removedIds: readonly string[], complete: boolean): void {
    if (complete) {
      this.byHash.clear();
      this.hashById.clear();
    }
    for (const id of removedIds) this.remove(id);
    for (const { id } of changed) this.remove(id);
    for (const key of changed) {
      this.byHash.set(key.valueHash, key);
      this.hashById.set(key.id, key.valueHash);
    }
  }

  private remove(id: string): void {
    const hash = this.hashById.get(id);
    if (hash === undefined) return;
    this.hashById.delete(id);
    this.byHash.delete(hash);
  }
}
