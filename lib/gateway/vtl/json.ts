import { limits } from './Budget';

/** A number with a fraction or an exponent: Java's Double, which prints as the document spelled it. */
export class Decimal {
  constructor(
    readonly value: number,
    private readonly spelling: string = javaDouble(value),
  ) {}

  toString(): string {
    return this.spelling;
  }

  valueOf(): number {
    return this.value;
  }
}

/** JSON as templates see it: objects keep their order and own no inherited member, numbers keep their digits. */
export type Json = null | boolean | string | number | bigint | Decimal | Json[] | Map<string, Json>;

/** Where each object and array of a document stands in its text: [start, end). */
export type Spans = Map<Json, readonly [number, number]>;

/** Java's Double.toString: 1.0, 1.0E10, 1.0E-5. */
function javaDouble(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e7)) {
    return Number.isInteger(value) ? `${Object.is(value, -0) ? '-0' : value}.0` : String(value);
  }
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

const numberPattern = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const longestInteger = 1000;

/** A number's text as integer, big integer or Decimal. */
export function toNumber(text: string): number | bigint | Decimal {
  if (!/^-?\d+$/.test(text) || text === '-0') return new Decimal(Number(text), text);
  if (text.length < 16) return Number(text);
  // BigInt of a longer text costs the square of its length.
  return text.length > longestInteger ? new Decimal(Number(text), text) : narrow(BigInt(text));
}

/** The smallest form of an integer: a number while that is exact. */
export function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

class JsonReader {
  private pos = 0;

  constructor(
    private readonly text: string,
    private readonly spans: Spans | undefined,
  ) {}

  document(): Json {
    const value = this.value(0);
    this.space();
    if (this.pos < this.text.length) this.fail();
    return value;
  }

  private fail(): never {
    throw new SyntaxError(`not JSON at ${this.pos}`);
  }

  private space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.pos);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.pos++;
    }
  }

  private value(depth: number): Json {
    if (depth > limits.jsonDepth) this.fail();
    this.space();
    switch (this.text.charCodeAt(this.pos)) {
      case 123:
        return this.spanned(this.pos, this.object(depth));
      case 91:
        return this.spanned(this.pos, this.array(depth));
      case 34:
        return this.string();
      case 116:
        return this.word('true', true);
      case 102:
        return this.word('false', false);
      case 110:
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  private spanned(start: number, value: Json): Json {
    this.spans?.set(value, [start, this.pos]);
    return value;
  }

  private word(word: string, value: Json): Json {
    if (!this.text.startsWith(word, this.pos)) this.fail();
    this.pos += word.length;
    return value;
  }

  private number(): Json {
    numberPattern.lastIndex = this.pos;
    const match = numberPattern.exec(this.text);
    if (!match) this.fail();
    this.pos += match[0].length;
    return toNumber(match[0]);
  }

  private string(): string {
    const start = this.pos + 1;
    let plain = true;
    for (let at = start; ; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 34) {
        this.pos = at + 1;
        return plain
          ? this.text.slice(start, at)
          : (JSON.parse(this.text.slice(start - 1, at + 1)) as string);
      }
      if (code === 92) {
        plain = false;
        at++;
      } else if (!(code >= 32)) this.fail();
    }
  }

  private array(depth: number): Json[] {
    const items: Json[] = [];
    if (this.opens(93)) return items;
    do items.push(this.value(depth + 1));
    while (this.continues(93));
    return items;
  }

  private object(depth: number): Map<string, Json> {
    const members = new Map<string, Json>();
    if (this.opens(125)) return members;
    do {
      this.space();
      if (this.text.charCodeAt(this.pos) !== 34) this.fail();
      const key = this.string();
      this.space();
      if (this.text.charCodeAt(this.pos++) !== 58) this.fail();
      members.set(key, this.value(depth + 1));
    } while (this.continues(125));
    return members;
  }

  /** Passes the opening bracket; true when the closing one follows at once. */
  private opens(close: number): boolean {
    this.pos++;
    this.space();
    if (this.text.charCodeAt(this.pos) !== close) return false;
    this.pos++;
    return true;
  }

  private continues(close: number): boolean {
    this.space();
    const code = this.text.charCodeAt(this.pos++);
    if (code !== 44 && code !== close) this.fail();
    return code === 44;
  }
}

/**
 * Reads JSON text; `spans` collects where its objects and arrays stand.
 * JSON.parse would not do: it reorders numeric keys and turns 1.0 and 12345678901234567890 into other numbers.
 * @throws SyntaxError for text that is not JSON or nested deeper than 1,000
 */
export function parseJson(text: string, spans?: Spans): Json {
  return new JsonReader(text, spans).document();
}
