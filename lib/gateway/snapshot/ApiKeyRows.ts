/** Small, so that one more key never copies many: 4,096 rows of 55 bytes and their ids. */
const BITS = 12;
const ROWS = 1 << BITS;
const IN_BLOCK = ROWS - 1;
const DIGEST_WORDS = 8;
export const DIGEST_BYTES = DIGEST_WORDS * 4;

/** A key as its row holds it; `digest` are the 32 bytes of its value's hash, `expiresAt` is Infinity for never. */
export interface ApiKeyRow {
  digest: Uint32Array;
  id: Buffer;
  enabled: boolean;
  expiresAt: number;
  planList: number;
  /** empty: the key counts for itself */
  quotaOwnerId: Buffer;
}

class Block {
  readonly digests = new Uint32Array(ROWS * DIGEST_WORDS);
  readonly expiresAt = new Float64Array(ROWS);
  readonly planLists = new Uint32Array(ROWS);
  readonly enabled = new Uint8Array(ROWS);
  readonly idStarts = new Uint32Array(ROWS);
  readonly idLengths = new Uint8Array(ROWS);
  /** of the quota's owner, whose letters stand behind the id's */
  readonly ownerLengths = new Uint8Array(ROWS);
  ids = Buffer.alloc(ROWS);
  idsUsed = 0;
}

/** Columns of all keys, in blocks; the row of a key that went is the next one's. Ids are ASCII, of 255 at most. */
export class ApiKeyRows {
  private readonly blocks: Block[] = [];
  private readonly free: number[] = [];
  private count = 0;

  get size(): number {
    return this.count - this.free.length;
  }

  add({ digest, id, enabled, expiresAt, planList, quotaOwnerId }: ApiKeyRow): number {
    const row = this.free.pop() ?? this.count++;
    const block = this.blockOf(row);
    const at = row & IN_BLOCK;
    block.digests.set(digest, at * DIGEST_WORDS);
    block.expiresAt[at] = expiresAt;
    block.planLists[at] = planList;
    block.enabled[at] = enabled ? 1 : 0;
    putIds(block, at, id, quotaOwnerId);
    return row;
  }

  remove(row: number): void {
    this.free.push(row);
  }

  /** Looks at all bytes, also after one that differs: how long it takes must not tell how many are right. */
  hasDigest(row: number, digest: Uint32Array): boolean {
    const { digests } = this.blockOf(row);
    const from = (row & IN_BLOCK) * DIGEST_WORDS;
    let differs = 0;
    for (let word = 0; word < DIGEST_WORDS; word += 1)
      differs |= (digests[from + word] ?? 0) ^ (digest[word] ?? 0);
    return differs === 0;
  }

  hasId(row: number, id: Buffer): boolean {
    const { ids, idStarts, idLengths } = this.blockOf(row);
    const start = idStarts[row & IN_BLOCK] ?? 0;
    if (idLengths[row & IN_BLOCK] !== id.length) return false;
    // From behind: ids that are counted up differ there.
    for (let at = id.length - 1; at >= 0; at -= 1) if (ids[start + at] !== id[at]) return false;
    return true;
  }

  idHash(row: number): number {
    const { ids, idStarts, idLengths } = this.blockOf(row);
    const start = idStarts[row & IN_BLOCK] ?? 0;
    return hashOf(ids, start, start + (idLengths[row & IN_BLOCK] ?? 0));
  }

  digestHash(row: number): number {
    return this.blockOf(row).digests[(row & IN_BLOCK) * DIGEST_WORDS] ?? 0;
  }

  digestOf(row: number): Uint32Array {
    const from = (row & IN_BLOCK) * DIGEST_WORDS;
    return this.blockOf(row).digests.subarray(from, from + DIGEST_WORDS);
  }

  idOf(row: number): Buffer {
    const { ids, idStarts, idLengths } = this.blockOf(row);
    const start = idStarts[row & IN_BLOCK] ?? 0;
    return ids.subarray(start, start + (idLengths[row & IN_BLOCK] ?? 0));
  }

  /** Empty when the key counts for itself. */
  quotaOwnerIdOf(row: number): Buffer {
    const { ids, idStarts, idLengths, ownerLengths } = this.blockOf(row);
    const start = (idStarts[row & IN_BLOCK] ?? 0) + (idLengths[row & IN_BLOCK] ?? 0);
    return ids.subarray(start, start + (ownerLengths[row & IN_BLOCK] ?? 0));
  }

  isEnabled(row: number): boolean {
    return this.blockOf(row).enabled[row & IN_BLOCK] === 1;
  }

  expiryOf(row: number): number {
    return this.blockOf(row).expiresAt[row & IN_BLOCK] ?? 0;
  }

  planListOf(row: number): number {
    return this.blockOf(row).planLists[row & IN_BLOCK] ?? 0;
  }

  *all(): Iterable<number> {
    const free = new Set(this.free);
    for (let row = 0; row < this.count; row += 1) if (!free.has(row)) yield row;
  }

  private blockOf(row: number): Block {
    const index = row >>> BITS;
    const block = this.blocks[index];
    if (block) return block;
    const made = new Block();
    this.blocks[index] = made;
    return made;
  }
}

/** Reads 32 bytes; the numbers are the same on every machine. */
export function readDigest(bytes: Buffer, from: number, digest: Uint32Array): void {
  for (let word = 0; word < DIGEST_WORDS; word += 1) digest[word] = bytes.readUInt32LE(from + word * 4);
}

/** FNV-1a, mixed once more: ids that differ in their last letters must differ in all bits. */
export function hashOf(bytes: Buffer, start = 0, end = bytes.length): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** In the place of the row's last ids where they fit, else behind all others. */
function putIds(block: Block, at: number, id: Buffer, quotaOwnerId: Buffer): void {
  const room = (block.idLengths[at] ?? 0) + (block.ownerLengths[at] ?? 0);
  const length = id.length + quotaOwnerId.length;
  const start = length <= room ? (block.idStarts[at] ?? 0) : block.idsUsed;
  if (start === block.idsUsed) block.idsUsed += length;
  if (block.idsUsed > block.ids.length) {
    const wider = Buffer.alloc(Math.max(block.idsUsed, block.ids.length * 2));
    block.ids.copy(wider);
    block.ids = wider;
  }
  id.copy(block.ids, start);
  quotaOwnerId.copy(block.ids, start + id.length);
  block.idStarts[at] = start;
  block.idLengths[at] = id.length;
  block.ownerLengths[at] = quotaOwnerId.length;
}
