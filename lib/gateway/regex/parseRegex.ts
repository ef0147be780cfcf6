import { RenderFault } from '../vtl/Budget';
import { ignoringCase, isLineEnd, not, propertyTest, shorthands, type Test } from './characterClass';

export type Assertion = 'start' | 'end' | 'lastLine' | 'lineStart' | 'lineEnd' | 'word' | 'notWord';

export type RegexNode =
  | { kind: 'one'; test: Test }
  | { kind: 'all'; nodes: RegexNode[] }
  | { kind: 'either'; options: RegexNode[] }
  | { kind: 'repeat'; node: RegexNode; min: number; max: number; greedy: boolean }
  | { kind: 'group'; index: number; node: RegexNode }
  | { kind: 'assert'; what: Assertion };

/** What a text must, or must not, begin with. */
export interface Condition {
  negative: boolean;
  node: RegexNode;
}

interface Flags {
  ignoreCase: boolean;
  multiline: boolean;
  dotAll: boolean;
}

const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['f', '\f'],
  ['a', '\u0007'],
  ['e', '\u001b'],
]);
const assertions = new Map<string, Assertion>([
  ['A', 'start'],
  ['z', 'end'],
  ['Z', 'lastLine'],
  ['b', 'word'],
  ['B', 'notWord'],
]);
/** \R: a line end of any kind, of which \r\n is one. */
const anyLineEnd: RegexNode = {
  kind: 'either',
  options: [
    { kind: 'all', nodes: [13, 10].map((code) => ({ kind: 'one', test: (other) => other === code })) },
    { kind: 'one', test: (code) => isLineEnd(code) || code === 11 || code === 12 },
  ],
};
const longestRepeat = 1000;
const deepest = 50;

/** Whose syntax a pattern is in: java.util.regex (templates, selectionPattern) or ECMA 262 (JSON Schema). */
export type Dialect = 'java' | 'ecma';

/** Reads a pattern. What cannot run in linear time (backreferences, look-around) is refused. */
export class RegexParser {
  groups = 0;
  private pos = 0;
  private depth = 0;
  private flags: Flags = { ignoreCase: false, multiline: false, dotAll: false };

  constructor(
    private readonly source: string,
    private readonly dialect: Dialect = 'java',
  ) {}

  /** @throws RenderFault for a pattern that is wrong or refused */
  parse(): RegexNode {
    const node = this.either();
    if (this.pos < this.source.length) this.fail('a ) without its (');
    return node;
  }

  /**
   * A pattern for a whole text, which may begin with look-ahead: conditions on the same text.
   * @throws RenderFault for a pattern that is wrong or refused
   */
  parseConditional(): { conditions: Condition[]; node: RegexNode } {
    const conditions: Condition[] = [];
    for (;;) {
      if (this.take(/\^(?=\(\?[=!])/y)) continue;
      const flags = this.take(/\(\?([ims]+)\)/y);
      const ahead = flags ? null : this.take(/\(\?([=!])/y);
      if (flags) this.flagged(flags[1] ?? '', '', false);
      else if (ahead) conditions.push({ negative: ahead[1] === '!', node: this.closedGroup() });
      else break;
    }
    const node = this.parse();
    if (conditions.length > 0 && node.kind === 'either')
      this.fail('look-ahead in one alternative is not supported');
    return { conditions, node };
  }

  private fail(reason: string): never {
    const shown = this.source.length > 80 ? `${this.source.slice(0, 80)}...` : this.source;
    throw new RenderFault(`regular expression ${JSON.stringify(shown)}: ${reason}`);
  }

  private skip(text: string): boolean {
    if (!this.source.startsWith(text, this.pos)) return false;
    this.pos += text.length;
    return true;
  }

  private take(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.pos;
    const match = sticky.exec(this.source);
    if (match) this.pos += match[0].length;
    return match;
  }

  private either(): RegexNode {
    if (++this.depth > deepest) this.fail(`groups nested deeper than ${deepest}`);
    const outer = this.flags;
    const options = [this.sequence()];
    while (this.skip('|')) options.push(this.sequence());
    this.flags = outer;
    this.depth--;
    return options.length === 1 && options[0] ? options[0] : { kind: 'either', options };
  }

  private sequence(): RegexNode {
    const nodes: RegexNode[] = [];
    while (this.pos < this.source.length && !/[|)]/.test(this.source.charAt(this.pos))) {
      const node = this.item();
      if (node) nodes.push(node);
    }
    return { kind: 'all', nodes };
  }

  private item(): RegexNode | null {
    const node = this.atom();
    return node && this.repeated(node);
  }

  private repeated(node: RegexNode): RegexNode {
    const match = this.take(/([*+?])|\{(\d{1,9})(?:(,)(\d{1,9})?)?\}/y);
    if (!match) return node;
    const { min, max } = this.counts(match);
    if (this.skip('+')) this.fail('possessive quantifiers are not supported');
    const greedy = !this.skip('?');
    return this.repeated({ kind: 'repeat', node, min, max, greedy });
  }

  private counts([, sign, least, comma, most]: RegExpExecArray): { min: number; max: number } {
    if (sign) return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
    const min = Number(least);
    const max = comma ? (most ? Number(most) : Number.POSITIVE_INFINITY) : min;
    if (min > longestRepeat || (max > longestRepeat && Number.isFinite(max))) {
      this.fail(`repeats more than ${longestRepeat} times`);
    }
    if (max < min) this.fail('a repetition that ends before it begins');
    return { min, max };
  }

  private atom(): RegexNode | null {
    const char = this.source.charAt(this.pos++);
    switch (char) {
      case '(':
        return this.group();
      case '[':
        return this.one(this.bracket());
      case '.':
        return { kind: 'one', test: this.flags.dotAll ? () => true : not(isLineEnd) };
      case '^':
        return { kind: 'assert', what: this.flags.multiline ? 'lineStart' : 'start' };
      case '$':
        return { kind: 'assert', what: this.dollar() };
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
        return this.fail(`nothing to repeat before ${char}`);
      default:
        return this.literal(char);
    }
  }

  /** In Java it also stands before a last line end. */
  private dollar(): Assertion {
    if (this.flags.multiline) return 'lineEnd';
    return this.dialect === 'java' ? 'lastLine' : 'end';
  }

  private literal(char: string): RegexNode {
    const code = char.charCodeAt(0);
    return this.one((other) => other === code);
  }

  private one(test: Test): RegexNode {
    return { kind: 'one', test: this.flags.ignoreCase ? ignoringCase(test) : test };
  }

  private group(): RegexNode | null {
    const flags = this.take(/\?([ims]*)(-[ims]+)?([:)])/y);
    if (flags) return this.flagged(flags[1] ?? '', flags[2] ?? '', flags[3] === ':');
    if (this.take(/\?(?:[=!>]|<[=!])/y)) this.fail('look-around and atomic groups are not supported');
    if (!this.take(/\?<[a-zA-Z][a-zA-Z0-9]*>/y) && this.skip('?')) this.fail('an unknown group');
    const index = ++this.groups;
    return { kind: 'group', index, node: this.closedGroup() };
  }

  private flagged(on: string, off: string, scoped: boolean): RegexNode | null {
    const outer = this.flags;
    this.flags = {
      ignoreCase: (outer.ignoreCase || on.includes('i')) && !off.includes('i'),
      multiline: (outer.multiline || on.includes('m')) && !off.includes('m'),
      dotAll: (outer.dotAll || on.includes('s')) && !off.includes('s'),
    };
    if (!scoped) return null;
    const node = this.closedGroup();
    this.flags = outer;
    return node;
  }

  private closedGroup(): RegexNode {
    const node = this.either();
    if (!this.skip(')')) this.fail('a ( without its )');
    return node;
  }

  private escape(): RegexNode {
    const quoted = this.take(/Q([\s\S]*?)(?:\\E|$)/y);
    if (quoted) return { kind: 'all', nodes: Array.from(quoted[1] ?? '', (char) => this.literals(char)) };
    if (this.skip('R')) return anyLineEnd;
    const what = assertions.get(this.source.charAt(this.pos));
    if (what) {
      this.pos++;
      return { kind: 'assert', what };
    }
    return this.one(this.escapedTest());
  }

  /** A character outside of the first plane is two code units. */
  private literals(char: string): RegexNode {
    return { kind: 'all', nodes: char.split('').map((unit) => this.literal(unit)) };
  }

  /** What follows a backslash, in a class or outside of one. */
  private escapedTest(): Test {
    const property = this.take(/([pP])(?:\{(\w+)\}|([A-Z]))/y);
    if (property) return this.property(property[1] === 'P', property[2] ?? property[3] ?? '');
    const shorthand = shorthands.get(this.source.charAt(this.pos));
    if (shorthand) {
      this.pos++;
      return shorthand;
    }
    const code = this.escapedCode();
    return (other) => other === code;
  }

  private property(negated: boolean, name: string): Test {
    const test = propertyTest(name) ?? this.fail(`unknown class \\p{${name}}`);
    return negated ? not(test) : test;
  }

  private escapedCode(): number {
    const hex = this.take(/x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})/y);
    if (hex) return Number.parseInt(hex[1] ?? hex[2] ?? '', 16);
    const octal = this.take(/0([0-3]?[0-7]{1,2})/y);
    if (octal) return Number.parseInt(octal[1] ?? '', 8);
    const char = this.source.charAt(this.pos++);
    if (char === '') this.fail('a backslash at the end');
    if (/[1-9k]/.test(char)) this.fail('backreferences are not supported');
    const control = escapes.get(char);
    if (control === undefined && /[a-zA-Z0-9]/.test(char)) this.fail(`unknown escape \\${char}`);
    return (control ?? char).charCodeAt(0);
  }

  /** A class after its [; Java nests classes (union) and joins them by && (intersection). */
  private bracket(): Test {
    if (++this.depth > deepest) this.fail(`classes nested deeper than ${deepest}`);
    const negated = this.skip('^');
    const parts: Test[][] = [[]];
    for (let first = true; first || !this.skip(']'); first = false) {
      if (this.pos >= this.source.length) this.fail('a [ without its ]');
      if (this.nests('&&')) parts.push([]);
      else parts.at(-1)?.push(this.nests('[') ? this.bracket() : this.range());
    }
    this.depth--;
    const every = parts.filter((part) => part.length > 0);
    const test: Test = (code) => every.every((part) => part.some((member) => member(code)));
    return negated ? not(test) : test;
  }

  private nests(sign: string): boolean {
    return this.dialect === 'java' && this.skip(sign);
  }

  private range(): Test {
    const start = this.classMember();
    if (typeof start !== 'number') return start;
    if (!/-[^\]]/y.test(this.source.slice(this.pos, this.pos + 2))) return (code) => code === start;
    this.pos++;
    const end = this.classMember();
    if (typeof end !== 'number' || end < start)
      return this.fail('a range of characters that ends before it begins');
    return (code) => code >= start && code <= end;
  }

  private classMember(): number | Test {
    if (!this.skip('\\')) return this.source.charCodeAt(this.pos++);
    if (/[pPdDwWsShHvV]/.test(this.source.charAt(this.pos))) return this.escapedTest();
    return this.escapedCode();
  }
}
