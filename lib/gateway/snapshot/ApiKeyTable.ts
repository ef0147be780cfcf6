import { type ApiKeyRow, ApiKeyRows, DIGEST_BYTES, hashOf, readDigest } from './ApiKeyRows';
import type { ApiKeyLookup } from './compiled';
import { HashIndex } from './HashIndex';
import { PlanLists } from './PlanLists';
import { SnapshotRejected } from './SnapshotRejected';
import type { ApiKeyDocument } from './types';

/**
 * All API keys by the hash of their value, in about 80 bytes each and without an object for the garbage collector
 * to visit. A million keys are not copied for a change of one: the table lives on from publication to publication
 * and takes the change in place, after everything else was found good.
 */
export class ApiKeyTable implements ApiKeyLookup {
  private readonly rows = new ApiKeyRows();
  private readonly planLists = new PlanLists();
  private readonly byDigest = new HashIndex();
  private readonly byId = new HashIndex();
  /** of the value that is looked for; taken anew by each look-up */
  private readonly digest = new Uint32Array(DIGEST_BYTES / 4);
  private readonly digestBytes = Buffer.alloc(DIGEST_BYTES);

  /** @param valueHash as ports.hashApiKey gives it: 32 bytes in base64url */
  find(valueHash: string): ApiKeyDocument | undefined {
    const row = this.rowOfValue(valueHash);
    return row < 0 ? undefined : this.documentOf(row, valueHash);
  }

  get size(): number {
    return this.rows.size;
  }

  /** @throws SnapshotRejected when two keys would share an id or a value; nothing is changed then */
  check(changed: readonly ApiKeyDocument[], removedIds: readonly string[]): void {
    const ids = new Set(changed.map(({ id }) => id));
    if (ids.size < changed.length) throw new SnapshotRejected('apiKeys', 'an id is there twice');
    const hashes = new Set<string>();
    const gone = new Set([...removedIds, ...ids]);
    for (const [index, { valueHash }] of changed.entries()) {
      const row = this.rowOfValue(valueHash);
      const stays = row >= 0 && !gone.has(this.rows.idOf(row).toString('latin1'));
      if (hashes.has(valueHash) || stays)
        throw new SnapshotRejected(`apiKeys[${index}].valueHash`, 'another key has this value');
      hashes.add(valueHash);
    }
  }

  /** Takes a change that was checked. */
  apply(changed: readonly ApiKeyDocument[], removedIds: readonly string[]): void {
    for (const id of removedIds) this.remove(id);
    for (const { id } of changed) this.remove(id);
    for (const key of changed) {
      this.readDigest(key.valueHash);
      this.insert({
        digest: this.digest,
        id: Buffer.from(key.id, 'latin1'),
        enabled: key.enabled,
        expiresAt: key.expiresAt ?? Infinity,
        planList: this.planLists.hold(key.usagePlanIds),
        quotaOwnerId: Buffer.from(key.quotaOwnerId ?? '', 'latin1'),
      });
    }
  }

  /** Notes that a list of plans is used by stored keys; to be released after the last of them. */
  holdPlans(usagePlanIds: readonly string[]): number {
    return this.planLists.hold(usagePlanIds);
  }

  releasePlans(planList: number): void {
    this.planLists.release(planList);
  }

  /** Adds a stored key, whose plans are held. @throws SnapshotRejected when another key has its id or value */
  addStored(row: ApiKeyRow): void {
    const { digest, id } = row;
    const isThere =
      this.byDigest.find(digest[0] ?? 0, (other) => this.rows.hasDigest(other, digest)) >= 0 ||
      this.rowOfId(id) >= 0;
    if (isThere)
      throw new SnapshotRejected('apiKeys', `${id.toString('latin1')} or its value is there twice`);
    this.planLists.holdAgain(row.planList);
    this.insert(row);
  }

  /** All keys, in no order. */
  *documents(): Iterable<ApiKeyDocument> {
    for (const row of this.rows.all()) {
      for (const [word, value] of this.rows.digestOf(row).entries())
        this.digestBytes.writeUInt32LE(value, word * 4);
      yield this.documentOf(row, this.digestBytes.toString('base64url'));
    }
  }

  private rowOfValue(valueHash: string): number {
    this.readDigest(valueHash);
    return this.byDigest.find(this.digest[0] ?? 0, (row) => this.rows.hasDigest(row, this.digest));
  }

  private rowOfId(id: Buffer): number {
    return this.byId.find(hashOf(id), (row) => this.rows.hasId(row, id));
  }

  private readDigest(valueHash: string): void {
    // What is not base64url is the hash of no key; of a short text the rest must not be the last one's.
    this.digestBytes.fill(0);
    this.digestBytes.write(valueHash, 'base64url');
    readDigest(this.digestBytes, 0, this.digest);
  }

  private documentOf(row: number, valueHash: string): ApiKeyDocument {
    const expiresAt = this.rows.expiryOf(row);
    const quotaOwnerId = this.rows.quotaOwnerIdOf(row);
    return {
      id: this.rows.idOf(row).toString('latin1'),
      valueHash,
      enabled: this.rows.isEnabled(row),
      usagePlanIds: this.planLists.at(this.rows.planListOf(row)),
      ...(expiresAt !== Infinity && { expiresAt }),
      ...(quotaOwnerId.length > 0 && { quotaOwnerId: quotaOwnerId.toString('latin1') }),
    };
  }

  private insert(key: ApiKeyRow): void {
    const row = this.rows.add(key);
    this.byDigest.add(this.rows.digestHash(row), row);
    this.byId.add(this.rows.idHash(row), row);
  }

  private remove(id: string): void {
    const row = this.rowOfId(Buffer.from(id, 'latin1'));
    if (row < 0) return;
    this.byDigest.remove(this.rows.digestHash(row), row);
    this.byId.remove(this.rows.idHash(row), row);
    this.planLists.release(this.rows.planListOf(row));
    this.rows.remove(row);
  }
}
