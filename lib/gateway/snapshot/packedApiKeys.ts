/*
 * API keys as they lie on disk, packed: many, one after the other, without what a parser must look for. Two kinds
 * of record:
 *   plans: 1, length (u32), a list of usage plan ids in JSON
 *   key:   2, flags (u8), number of its list in the order of the lists (u32), end in ms or Infinity (f64),
 *          32 bytes of hash, length of the id (u8), id (ASCII); where the flags say that the quota has another owner
 *          then the length of the owner's id (u8) and that id (ASCII)
 * Numbers are little-endian. A list stands before the first key that names it.
 */
import { DIGEST_BYTES, readDigest } from './ApiKeyRows';
import type { ApiKeyTable } from './ApiKeyTable';
import { SnapshotRejected } from './SnapshotRejected';
import type { ApiKeyDocument } from './types';

const PLANS = 1;
const KEY = 2;
const PLANS_HEAD = 5;
const KEY_HEAD = 47;
const ENABLED = 1;
const HAS_OWNER = 2;
/** Ten plans a key by AWS's quota; what is longer is damage, and its end is not waited for. */
const LONGEST_LIST = 1 << 20;
const DIGEST_AT = 14;

/** Packs keys; one packer for all that stand in one file. */
export class ApiKeyPacker {
  private readonly lists = new Map<string, number>();

  pack(keys: Iterable<ApiKeyDocument>): Buffer {
    const records: Buffer[] = [];
    for (const key of keys) {
      const list = JSON.stringify(key.usagePlanIds);
      if (!this.lists.has(list)) records.push(this.packPlans(list));
      records.push(packKey(key, this.lists.get(list) ?? 0));
    }
    return Buffer.concat(records);
  }

  private packPlans(list: string): Buffer {
    this.lists.set(list, this.lists.size);
    const head = Buffer.alloc(PLANS_HEAD);
    head[0] = PLANS;
    head.writeUInt32LE(Buffer.byteLength(list), 1);
    return Buffer.concat([head, Buffer.from(list)]);
  }
}

function packKey(key: ApiKeyDocument, list: number): Buffer {
  const { id, valueHash, enabled, expiresAt = Infinity, quotaOwnerId } = key;
  const record = Buffer.alloc(KEY_HEAD + id.length);
  record[0] = KEY;
  record[1] = (enabled ? ENABLED : 0) | (quotaOwnerId ? HAS_OWNER : 0);
  record.writeUInt32LE(list, 2);
  record.writeDoubleLE(expiresAt, 6);
  record.write(valueHash, DIGEST_AT, DIGEST_BYTES, 'base64url');
  record[KEY_HEAD - 1] = id.length;
  record.write(id, KEY_HEAD, 'latin1');
  if (!quotaOwnerId) return record;
  return Buffer.concat([record, Buffer.of(quotaOwnerId.length), Buffer.from(quotaOwnerId, 'latin1')]);
}

/** Reads packed keys into a table, in portions that may end anywhere. */
export class ApiKeyUnpacker {
  private rest: Buffer = Buffer.alloc(0);
  private readonly lists: number[] = [];
  private readonly digest = new Uint32Array(DIGEST_BYTES / 4);

  constructor(private readonly table: ApiKeyTable) {}

  /** @throws SnapshotRejected when these are no packed keys, or when two share an id or a value */
  take(portion: Buffer): void {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, portion]) : portion;
    let at = 0;
    for (let end = endOf(bytes, at); end <= bytes.length; end = endOf(bytes, at)) {
      if (bytes[at] === PLANS) this.takePlans(bytes.subarray(at + PLANS_HEAD, end));
      else this.takeKey(bytes, at, end);
      at = end;
    }
    this.rest = Buffer.from(bytes.subarray(at));
  }

  /** To be called after the last portion. @throws SnapshotRejected when it ended within a key */
  end(): void {
    if (this.rest.length > 0) throw new SnapshotRejected('apiKeys', 'end within a key');
    for (const list of this.lists) this.table.releasePlans(list);
  }

  private takePlans(text: Buffer): void {
    const list = parsed(text);
    if (!Array.isArray(list) || list.some((id) => typeof id !== 'string'))
      throw new SnapshotRejected('apiKeys', 'a list of usage plans is none');
    this.lists.push(this.table.holdPlans(list));
  }

  private takeKey(bytes: Buffer, at: number, end: number): void {
    const planList = this.lists[bytes.readUInt32LE(at + 2)];
    if (planList === undefined) throw new SnapshotRejected('apiKeys', 'name usage plans that are not there');
    readDigest(bytes, at + DIGEST_AT, this.digest);
    const flags = bytes[at + 1] ?? 0;
    const idEnd = at + KEY_HEAD + (bytes[at + KEY_HEAD - 1] ?? 0);
    this.table.addStored({
      digest: this.digest,
      id: bytes.subarray(at + KEY_HEAD, idEnd),
      quotaOwnerId: bytes.subarray(flags & HAS_OWNER ? idEnd + 1 : end, end),
      enabled: (flags & ENABLED) !== 0,
      expiresAt: bytes.readDoubleLE(at + 6),
      planList,
    });
  }
}

function parsed(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    return undefined;
  }
}

/** Where the record at `at` ends; Infinity when its head is not all there. @throws SnapshotRejected */
function endOf(bytes: Buffer, at: number): number {
  const kind = bytes[at];
  if (kind === undefined) return Infinity;
  if (kind === KEY) return endOfKey(bytes, at);
  if (kind !== PLANS) throw new SnapshotRejected('apiKeys', `no record is of kind ${kind}`);
  if (at + PLANS_HEAD > bytes.length) return Infinity;
  const length = bytes.readUInt32LE(at + 1);
  if (length > LONGEST_LIST) throw new SnapshotRejected('apiKeys', 'a list of usage plans is too long');
  return at + PLANS_HEAD + length;
}

function endOfKey(bytes: Buffer, at: number): number {
  if (at + KEY_HEAD > bytes.length) return Infinity;
  const idEnd = at + KEY_HEAD + (bytes[at + KEY_HEAD - 1] ?? 0);
  if (((bytes[at + 1] ?? 0) & HAS_OWNER) === 0) return idEnd;
  const length = bytes[idEnd];
  return length === undefined ? Infinity : idEnd + 1 + length;
}
