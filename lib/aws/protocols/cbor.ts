import { AwsError } from '../AwsError';

/** Major types of RFC 8949, section 3.1. */
const [UNSIGNED, NEGATIVE, BYTES, TEXT, LIST, MAP, TAG] = [0, 1, 2, 3, 4, 5, 6];
const DEEPEST = 32;
const EPOCH_TAG = 1;

/** What AWS's protocol writes: texts, numbers, truths, lists, maps, and times as tagged seconds. */
export function encodeCbor(value: unknown): Buffer {
  if (value === null || value === undefined) return Buffer.from([0xf6]);
  if (typeof value === 'boolean') return Buffer.from([value ? 0xf5 : 0xf4]);
  if (typeof value === 'number') return numberOf(value);
  if (value instanceof Date) return Buffer.concat([head(TAG, EPOCH_TAG), double(value.getTime() / 1000)]);
  if (Array.isArray(value)) return Buffer.concat([head(LIST, value.length), ...value.map(encodeCbor)]);
  if (typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return Buffer.concat([
      head(MAP, members.length),
      ...members.flatMap(([name, one]) => [encodeCbor(name), encodeCbor(one)]),
    ]);
  }
  const text = Buffer.from(String(value));
  return Buffer.concat([head(TEXT, text.length), text]);
}

const numberOf = (value: number) =>
  Number.isSafeInteger(value) && value >= 0 && value < 2 ** 32 ? head(UNSIGNED, value) : double(value);

function double(value: number): Buffer {
  const bytes = Buffer.alloc(9, 0xfb);
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  const bytes = Buffer.alloc(5, (major << 5) | 26);
  bytes.writeUInt32BE(count, 1);
  return bytes;
}

/** @throws AwsError SerializationException */
export function decodeCbor(bytes: Buffer): unknown {
  try {
    return new Reader(bytes).value(0);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AwsError('SerializationException', `The request is not CBOR: ${reason}`);
  }
}

/** Marks the end of a list or map without a length. */
const BREAK = Symbol('break');

class Reader {
  private at = 0;
  constructor(private readonly bytes: Buffer) {}

  value(depth: number): unknown {
    if (depth > DEEPEST) throw new Error('too deep');
    const first = this.bytes.readUInt8(this.at++);
    const [major, info] = [first >> 5, first & 31];
    if (major === 7) return this.simple(info);
    const count = this.count(info);
    if (major === UNSIGNED) return count;
    if (major === NEGATIVE) return -1 - count;
    if (major === BYTES) return this.take(count);
    if (major === TEXT) return this.text(count, depth);
    if (major === LIST) return this.list(count, depth);
    if (major === MAP) return this.map(count, depth);
    const tagged = this.value(depth + 1);
    return count === EPOCH_TAG && typeof tagged === 'number' ? new Date(tagged * 1000) : tagged;
  }

  /** Infinity: until a break */
  private count(info: number): number {
    if (info < 24) return info;
    if (info === 31) return Number.POSITIVE_INFINITY;
    if (info > 27) throw new Error('a length that is none');
    const size = 2 ** (info - 24);
    const raw = this.take(size);
    return size === 8 ? Number(raw.readBigUInt64BE()) : raw.readUIntBE(0, size);
  }

  private take(count: number): Buffer {
    if (this.at + count > this.bytes.length) throw new Error('it ends too early');
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  private text(count: number, depth: number): string {
    return Number.isFinite(count) ? this.take(count).toString() : this.list(count, depth).join('');
  }

  private list(count: number, depth: number): unknown[] {
    const items: unknown[] = [];
    for (let left = count; left > 0; left -= 1) {
      const item = this.value(depth + 1);
      if (item === BREAK) break;
      items.push(item);
    }
    return items;
  }

  private map(count: number, depth: number): Record<string, unknown> {
    const members: [string, unknown][] = [];
    for (let left = count; left > 0; left -= 1) {
      const name = this.value(depth + 1);
      if (name === BREAK) break;
      members.push([String(name), this.value(depth + 1)]);
    }
    return Object.fromEntries(members);
  }

  private simple(info: number): unknown {
    if (info === 20 || info === 21) return info === 21;
    if (info === 22 || info === 23) return undefined;
    if (info === 26) return this.take(4).readFloatBE();
    if (info === 27) return this.take(8).readDoubleBE();
    if (info === 31) return BREAK;
    throw new Error('a value that AWS does not send');
  }
}
