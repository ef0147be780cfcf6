import { limits } from '../Budget';

const escapes = new Set(Array.from('"\\/bfnrtu', (char) => char.charCodeAt(0)));

/** Whether a text is JSON, nested at most 1,000 deep. Makes nothing, so that 10 MB cost some 50 ms. */
export function isJson(text: string): boolean {
  return new JsonCheck(text).document();
}

class JsonCheck {
  private pos = 0;

  constructor(private readonly text: string) {}

  document(): boolean {
    if (!this.value(0)) return false;
    this.space();
    return this.pos === this.text.length;
  }

  private space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.pos);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.pos++;
    }
  }

  private value(depth: number): boolean {
    if (depth > limits.jsonDepth) return false;
    this.space();
    switch (this.text.charCodeAt(this.pos)) {
      case 123:
        return this.object(depth);
      case 91:
        return this.array(depth);
      case 34:
        return this.string();
      case 116:
        return this.word('true');
      case 102:
        return this.word('false');
      case 110:
        return this.word('null');
      default:
        return this.number();
    }
  }

  private word(word: string): boolean {
    if (!this.text.startsWith(word, this.pos)) return false;
    this.pos += word.length;
    return true;
  }

  private array(depth: number): boolean {
    if (this.opens(93)) return true;
    do if (!this.value(depth + 1)) return false;
    while (this.skip(44));
    return this.skip(93);
  }

  private object(depth: number): boolean {
    if (this.opens(125)) return true;
    do {
      this.space();
      if (this.text.charCodeAt(this.pos) !== 34 || !this.string()) return false;
      if (!this.skip(58) || !this.value(depth + 1)) return false;
    } while (this.skip(44));
    return this.skip(125);
  }

  /** Passes the opening bracket; true when the closing one follows at once. */
  private opens(close: number): boolean {
    this.pos++;
    return this.skip(close);
  }

  private skip(wanted: number): boolean {
    this.space();
    if (this.text.charCodeAt(this.pos) !== wanted) return false;
    this.pos++;
    return true;
  }

  private string(): boolean {
    const { text } = this;
    for (let at = this.pos + 1; ; at++) {
      const code = text.charCodeAt(at);
      if (code === 34) {
        this.pos = at + 1;
        return true;
      }
      if (!(code >= 32)) return false;
      if (code !== 92) continue;
      const escaped = text.charCodeAt(++at);
      if (!escapes.has(escaped)) return false;
      if (escaped === 117) {
        if (!isHex(text, at + 1)) return false;
        at += 4;
      }
    }
  }

  private digits(): boolean {
    const start = this.pos;
    for (;;) {
      const code = this.text.charCodeAt(this.pos);
      if (!(code >= 48 && code <= 57)) return this.pos > start;
      this.pos++;
    }
  }

  private number(): boolean {
    if (this.text.charCodeAt(this.pos) === 45) this.pos++;
    if (this.text.charCodeAt(this.pos) === 48) this.pos++;
    else if (!this.digits()) return false;
    if (this.text.charCodeAt(this.pos) === 46) {
      this.pos++;
      if (!this.digits()) return false;
    }
    return this.exponent();
  }

  private exponent(): boolean {
    if ((this.text.charCodeAt(this.pos) | 32) !== 101) return true;
    const sign = this.text.charCodeAt(++this.pos);
    if (sign === 43 || sign === 45) this.pos++;
    return this.digits();
  }
}

function isHex(text: string, at: number): boolean {
  return /^[0-9a-fA-F]{4}$/.test(text.slice(at, at + 4));
}
