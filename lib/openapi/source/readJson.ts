import { refuseAt } from '../OpenApiError';
import { SourceBuilder } from './SourceBuilder';
import type { SourceNode } from './SourceNode';

const numbers = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literals = { true: true, false: false, null: null } as const;

/**
 * JSON text (RFC 8259) as a tree with lines. The yaml package reads JSON too, but takes 0.8 s and 100 MB for
 * each MB of it (measured), too much for a 6 MB document; JSON.parse gives no lines and hides duplicate keys.
 * @throws OpenApiError with the line
 */
export function readJson(text: string): SourceNode {
  return new JsonReader(text).document();
}

class JsonReader {
  private at = 0;
  private line = 1;
  private readonly build = new SourceBuilder();

  constructor(private readonly text: string) {}

  document(): SourceNode {
    const root = this.value(0, this.line);
    this.space();
    if (this.at < this.text.length) this.fail('Expected the end of the document');
    return root;
  }

  private value(depth: number, line: number): SourceNode {
    this.space();
    this.build.depth(depth, this.line);
    const character = this.text[this.at];
    if (character === '{') return this.object(depth, line);
    if (character === '[') return this.list(depth, line);
    if (character === '"') {
      const text = this.string();
      return this.build.scalar(text, line, text);
    }
    return this.number(line) ?? this.literal(line);
  }

  private object(depth: number, line: number): SourceNode {
    const members = new Map<string, SourceNode>();
    this.at++;
    if (this.take('}')) return this.build.node(members, line);
    do {
      this.space();
      const keyLine = this.line;
      const key = this.build.key(members, this.string(), keyLine);
      if (!this.take(':')) this.fail('Expected ":" after the key');
      members.set(key, this.value(depth + 1, keyLine));
    } while (this.take(','));
    if (!this.take('}')) this.fail('Expected "," or "}"');
    return this.build.node(members, line);
  }

  private list(depth: number, line: number): SourceNode {
    const items: SourceNode[] = [];
    this.at++;
    if (this.take(']')) return this.build.node(items, line);
    do {
      this.space();
      items.push(this.value(depth + 1, this.line));
    } while (this.take(','));
    if (!this.take(']')) this.fail('Expected "," or "]"');
    return this.build.node(items, line);
  }

  private string(): string {
    if (this.text[this.at] !== '"') this.fail('Expected a text in double quotes');
    const start = this.at;
    let end = start + 1;
    for (; this.text[end] !== '"'; end++) {
      if (end >= this.text.length || this.text[end] === '\n') this.fail('A text has no closing quote');
      if (this.text[end] === '\\') end++;
    }
    this.at = end + 1;
    return this.unescape(this.text.slice(start, this.at));
  }

  private unescape(quoted: string): string {
    try {
      return JSON.parse(quoted) as string;
    } catch {
      return this.fail('A text has an invalid escape or a raw control character', quoted.slice(0, 40));
    }
  }

  private number(line: number): SourceNode | undefined {
    numbers.lastIndex = this.at;
    const source = numbers.exec(this.text)?.[0];
    if (source === undefined) return undefined;
    this.at += source.length;
    return this.build.scalar(Number(source), line, source);
  }

  private literal(line: number): SourceNode {
    for (const [word, value] of Object.entries(literals)) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return this.build.scalar(value, line, word);
    }
    return this.fail('Expected a value');
  }

  /** True and past it if `character` comes next. */
  private take(character: string): boolean {
    this.space();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private space(): void {
    for (; ; this.at++) {
      const character = this.text[this.at];
      if (character === '\n') this.line++;
      else if (character !== ' ' && character !== '\t' && character !== '\r') return;
    }
  }

  private fail(message: string, found = this.text.slice(this.at, this.at + 20)): never {
    const shown = found === '' ? 'the end of the document' : JSON.stringify(found.split('\n', 1)[0]);
    return refuseAt(this.line, `Invalid JSON: ${message}, found ${shown}.`);
  }
}
