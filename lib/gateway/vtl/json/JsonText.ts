import type { Budget } from '../Budget';
import { toNumber } from '../Decimal';
import type { Value } from '../values';

type Payer = Pick<Budget, 'spend' | 'reading'>;
/** Where a value stands in its text: [start, end). */
export type Span = readonly [start: number, end: number];

/**
 * Text that is known to be JSON, read where something asks: a template that takes one member of 10 MB makes
 * one value. JSON.parse would not do: it reorders numeric keys and turns 1.0 and 12345678901234567890 into
 * other numbers.
 */
export class JsonText {
  constructor(
    readonly text: string,
    readonly payer: Payer,
  ) {}

  /** First place at or after `pos` that is no white space. */
  space(pos: number): number {
    for (let at = pos; ; at++) {
      const code = this.text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    }
  }

  /** The end of the value that starts at `start`. */
  endOf(start: number): number {
    const code = this.text.charCodeAt(start);
    if (code === 34) return this.endOfString(start);
    return code === 123 || code === 91 ? this.endOfContainer(start) : this.endOfWord(start);
  }

  private endOfString(start: number): number {
    let end = this.text.indexOf('"', start + 1);
    while (this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
    return end + 1;
  }

  /** An odd number of backslashes stands before it. */
  private isEscaped(at: number): boolean {
    let start = at;
    while (this.text.charCodeAt(start - 1) === 92) start--;
    return (at - start) % 2 === 1;
  }

  private endOfContainer(start: number): number {
    let depth = 0;
    for (let at = start; ; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 34) at = this.endOfString(at) - 1;
      else if (code === 123 || code === 91) depth++;
      else if ((code === 125 || code === 93) && --depth === 0) {
        this.payer.spend((at - start) >> 8);
        return at + 1;
      }
    }
  }

  private endOfWord(start: number): number {
    for (let at = start; ; at++) {
      const code = this.text.charCodeAt(at);
      // , ] } and white space end a word, and so does the text.
      if (!(code > 32 && code !== 44 && code !== 93 && code !== 125)) return at;
    }
  }

  /** Calls `take` with the span of each element of the array that starts at `start`, until it gives true. */
  eachItem(start: number, take: (item: number, end: number) => boolean): void {
    let at = this.space(start + 1);
    while (this.text.charCodeAt(at) !== 93) {
      const end = this.endOf(at);
      if (take(at, end)) return;
      at = this.afterComma(end);
    }
  }

  /** The same for the members of an object. */
  eachMember(start: number, take: (key: string, value: number, end: number) => void): void {
    let at = this.space(start + 1);
    while (this.text.charCodeAt(at) !== 125) {
      const keyEnd = this.endOfString(at);
      const value = this.space(this.space(keyEnd) + 1);
      const end = this.endOf(value);
      take(this.string(at, keyEnd), value, end);
      at = this.afterComma(end);
    }
  }

  private afterComma(end: number): number {
    const at = this.space(end);
    return this.text.charCodeAt(at) === 44 ? this.space(at + 1) : at;
  }

  string(start: number, end: number): string {
    const raw = this.text.slice(start + 1, end - 1);
    return raw.includes('\\') ? (JSON.parse(this.text.slice(start, end)) as string) : raw;
  }

  /** The value of a span. Objects read their members when they are asked, arrays of an object too. */
  value(start: number, end: number): Value {
    switch (this.text.charCodeAt(start)) {
      case 123:
        this.payer.spend(2);
        return new JsonMap(this, start, end);
      case 91:
        return this.payer.reading(end - start, () => this.array(start));
      default:
        this.payer.spend(1);
        return this.scalar(start, end);
    }
  }

  private scalar(start: number, end: number): Value {
    switch (this.text.charCodeAt(start)) {
      case 34:
        return this.string(start, end);
      case 116:
        return true;
      case 102:
        return false;
      case 110:
        return null;
      default:
        return toNumber(this.text.slice(start, end));
    }
  }

  private array(start: number): Value[] {
    this.payer.spend(4);
    const items: Value[] = [];
    this.eachItem(start, (item, end) => {
      items.push(this.value(item, end));
      return false;
    });
    return items;
  }

  isArray(start: number): boolean {
    return this.text.charCodeAt(start) === 91;
  }
}

/** An array that nobody has asked for yet. */
class Unread {
  constructor(
    readonly start: number,
    readonly end: number,
  ) {}
}

/** An object of a JSON text: a map that reads its members when it is first asked for one. */
class JsonMap extends Map<string, Value> {
  private source: JsonText | null;
  /** members that are arrays still to be read */
  private unread: Map<string, Unread> | undefined;

  constructor(
    source: JsonText,
    private readonly start: number,
    private readonly end: number,
  ) {
    super();
    this.source = source;
  }

  private fill(): void {
    const { source } = this;
    if (source && !this.unread) source.payer.reading(this.end - this.start, () => this.read(source));
  }

  private read(source: JsonText): void {
    const unread = new Map<string, Unread>();
    source.eachMember(this.start, (key, value, end) => {
      source.payer.spend(1);
      if (source.isArray(value)) unread.set(key, new Unread(value, end));
      else unread.delete(key);
      super.set(key, source.isArray(value) ? null : source.value(value, end));
    });
    this.unread = unread;
    if (unread.size === 0) this.source = null;
  }

  private fillAll(): void {
    this.fill();
    for (const key of [...(this.unread?.keys() ?? [])]) this.get(key);
    this.source = null;
  }

  override get(key: string): Value | undefined {
    this.fill();
    const unread = this.unread?.get(key);
    if (!unread || !this.source) return super.get(key);
    const value = this.source.value(unread.start, unread.end);
    this.unread?.delete(key);
    super.set(key, value);
    return value;
  }

  override set(key: string, value: Value): this {
    this.fill();
    this.unread?.delete(key);
    return super.set(key, value);
  }

  override has(key: string): boolean {
    this.fill();
    return super.has(key);
  }

  override delete(key: string): boolean {
    this.fill();
    this.unread?.delete(key);
    return super.delete(key);
  }

  override clear(): void {
    this.source = null;
    this.unread = undefined;
    super.clear();
  }

  override get size(): number {
    this.fill();
    return super.size;
  }

  override keys(): MapIterator<string> {
    this.fill();
    return super.keys();
  }

  override values(): MapIterator<Value> {
    this.fillAll();
    return super.values();
  }

  override entries(): MapIterator<[string, Value]> {
    this.fillAll();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }
}
