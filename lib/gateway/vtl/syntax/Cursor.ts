import { limits } from '../Budget';
import { TemplateError } from '../TemplateError';
import type { Expression, Node } from './nodes';

/** How the parsers reach one another; each lives in its own file and they recurse. */
export interface Grammar {
  expression(cursor: Cursor): Expression;
  operand(cursor: Cursor): Expression;
  template(cursor: Cursor): Node[];
}

/** What all cursors over one template share. */
export interface Unit {
  name: string;
  source: string;
  grammar: Grammar;
  /** Names that #macro defines anywhere in the template: #name is a call only for these. */
  macros: ReadonlySet<string>;
  depth: number;
}

/** A place in the template's text, or in the text of a string literal within it. */
export class Cursor {
  pos = 0;

  constructor(
    readonly unit: Unit,
    readonly text: string,
    private readonly origin: number,
  ) {}

  /** The offset in the whole source. */
  get at(): number {
    return Math.min(this.origin + this.pos, this.unit.source.length);
  }

  get ended(): boolean {
    return this.pos >= this.text.length;
  }

  looksAt(text: string): boolean {
    return this.text.startsWith(text, this.pos);
  }

  /** Matches a sticky pattern here without passing it. */
  peek(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.pos;
    return sticky.exec(this.text);
  }

  /** Passes what a sticky pattern matches here. */
  take(sticky: RegExp): RegExpExecArray | null {
    const match = this.peek(sticky);
    if (match) this.pos += match[0].length;
    return match;
  }

  /** Passes exactly this text, if it is here. */
  skip(text: string): boolean {
    if (!this.looksAt(text)) return false;
    this.pos += text.length;
    return true;
  }

  expect(text: string, where: string): void {
    this.take(blank);
    if (!this.skip(text)) this.fail(`expected ${text} ${where}, found ${this.found()}`);
  }

  /** Passes a closing parenthesis and, as Velocity 1.x does, the rest of a line that holds nothing more. */
  closeDirective(where: string): void {
    this.expect(')', where);
    this.take(restOfLine);
  }

  found(): string {
    return this.ended ? 'the end' : JSON.stringify(this.text.slice(this.pos, this.pos + 12));
  }

  /** @throws TemplateError at this place, or at a given offset into the source */
  fail(reason: string, at = this.at): never {
    throw TemplateError.at(reason, this.unit.name, this.unit.source, at);
  }

  /** Runs a parser one level deeper. */
  nest<T>(parse: () => T): T {
    if (++this.unit.depth > limits.nesting) this.fail(`nested deeper than ${limits.nesting} levels`);
    const result = parse();
    this.unit.depth--;
    return result;
  }

  /** A cursor over a string literal's text, which starts at the offset `at` of the source. */
  within(text: string, at: number): Cursor {
    return new Cursor(this.unit, text, at);
  }
}

export const blank = /\s*/y;
export const restOfLine = /[ \t]*(?:\r\n|\n|\r)/y;
export const identifier = /[a-zA-Z_][a-zA-Z0-9_-]*/y;
