import {
  type AggregateName,
  aggregateNames,
  type Comparison,
  type Filter,
  JsonPathError,
  type Operand,
  type Segment,
  type Selector,
} from './segments';

const longest = 2000;
const deepest = 30;
const aggregates = new Set<string>(aggregateNames);

/**
 * Reads a JSONPath as Jayway does; one that does not begin with $ starts at the root too (recorded on AWS).
 * @throws JsonPathError
 */
export function parseJsonPath(path: string): Segment[] {
  if (path.length > longest) throw new JsonPathError(`a JSONPath longer than ${longest} characters`);
  return new PathParser(path.trim()).path();
}

class PathParser {
  private pos = 0;
  private depth = 0;

  constructor(private readonly source: string) {}

  path(): Segment[] {
    if (this.source === '') this.fail('an empty path');
    const bare = !/[$@[.]/.test(this.source.charAt(0));
    if (!bare) this.take(/[$@]/y);
    const segments = bare ? [this.named(false)] : [];
    segments.push(...this.segments());
    if (this.pos < this.source.length) this.fail('unexpected text');
    return segments;
  }

  private fail(reason: string): never {
    throw new JsonPathError(`JSONPath ${JSON.stringify(this.source)}: ${reason} at ${this.pos + 1}`);
  }

  private take(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.pos;
    const match = sticky.exec(this.source);
    if (match) this.pos += match[0].length;
    return match;
  }

  private skip(text: string): boolean {
    this.take(/\s*/y);
    if (!this.source.startsWith(text, this.pos)) return false;
    this.pos += text.length;
    return true;
  }

  private nest<T>(parse: () => T): T {
    if (++this.depth > deepest) this.fail(`nested deeper than ${deepest}`);
    const result = parse();
    this.depth--;
    return result;
  }

  private segments(): Segment[] {
    const segments: Segment[] = [];
    for (;;) {
      const dots = this.take(/\.\.?/y);
      const deep = dots?.[0] === '..';
      // Jayway lets a dot stand before a bracket: `$.['a']`.
      if (this.source.charAt(this.pos) === '[') {
        this.pos++;
        segments.push({ ...this.bracket(), deep });
      } else if (dots) segments.push(this.named(deep));
      else return segments;
    }
  }

  private named(deep: boolean): Segment {
    if (this.take(/\*/y)) return { kind: 'wildcard', deep };
    const name = this.take(/[^\s.[\]()=!<>&|,?]+/y)?.[0] ?? this.fail('expected a name');
    if (!this.take(/\(/y)) return { kind: 'names', names: [name], deep };
    if (!aggregates.has(name)) this.fail(`unknown function ${name}()`);
    return { kind: 'aggregate', name: name as AggregateName, args: this.functionArguments(), deep: false };
  }

  private functionArguments(): Operand[] {
    if (this.skip(')')) return [];
    const args = this.nest(() => [this.operand(), ...this.more(() => this.operand())]);
    if (!this.skip(')')) this.fail('expected )');
    return args;
  }

  private bracket(): Selector {
    const selector = this.nest(() => this.inBracket());
    if (!this.skip(']')) this.fail('expected ]');
    return selector;
  }

  private inBracket(): Selector {
    if (this.skip('*')) return { kind: 'wildcard' };
    if (this.skip('?')) return this.filterSelector();
    const name = this.text();
    if (name !== null) return { kind: 'names', names: [name, ...this.more(() => this.text())] };
    const from = this.index();
    if (this.skip(':')) return { kind: 'slice', from: from ?? undefined, to: this.index() ?? undefined };
    if (from === null) return this.fail('expected a name, an index, a slice, * or a filter');
    return { kind: 'indices', indices: [from, ...this.more(() => this.index())] };
  }

  private filterSelector(): Selector {
    if (!this.skip('(')) this.fail('expected ( after ?');
    const filter = this.either();
    if (!this.skip(')')) this.fail('expected )');
    return { kind: 'filter', filter };
  }

  private more<T>(read: () => T | null): T[] {
    const items: T[] = [];
    while (this.skip(',')) items.push(read() ?? this.fail('expected one more'));
    return items;
  }

  private index(): number | null {
    this.take(/\s*/y);
    const match = this.take(/-?\d{1,9}(?![\d.])/y);
    return match ? Number(match[0]) : null;
  }

  private text(): string | null {
    this.take(/\s*/y);
    const match = this.take(/'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"/y);
    return match ? (match[1] ?? match[2] ?? '').replace(/\\([\s\S])/g, '$1') : null;
  }

  private either(): Filter {
    let left = this.both();
    while (this.skip('||')) left = { kind: 'or', left, right: this.both() };
    return left;
  }

  private both(): Filter {
    let left = this.condition();
    while (this.skip('&&')) left = { kind: 'and', left, right: this.condition() };
    return left;
  }

  private condition(): Filter {
    return this.nest(() => {
      if (this.skip('!')) return { kind: 'not', filter: this.condition() };
      if (!this.skip('(')) return this.comparison();
      const inner = this.either();
      if (!this.skip(')')) this.fail('expected )');
      return inner;
    });
  }

  private comparison(): Filter {
    const left = this.operand();
    this.take(/\s*/y);
    const operator = this.take(
      /==|!=|<=|>=|=~|<|>|(?:in|nin|contains|subsetof|anyof|noneof|all|size|empty)(?!\w)/iy,
    );
    if (!operator) return { kind: 'exists', operand: left };
    return {
      kind: 'compare',
      operator: operator[0].toLowerCase() as Comparison,
      left,
      right: this.operand(),
    };
  }

  private operand(): Operand {
    const text = this.text();
    if (text !== null) return { kind: 'literal', value: text };
    const root = this.take(/[$@]/y);
    if (root) return { kind: 'path', fromRoot: root[0] === '$', segments: this.nest(() => this.segments()) };
    if (this.skip('[')) return this.list();
    const pattern = this.take(/\/((?:[^/\\]|\\.)*)\/([ims]*)/y);
    if (pattern) return { kind: 'pattern', source: `${pattern[2] ? `(?${pattern[2]})` : ''}${pattern[1]}` };
    return { kind: 'literal', value: this.literal() };
  }

  private literal(): number | boolean | null {
    const match = this.take(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|(?:true|false|null)(?!\w)/y);
    return match
      ? (JSON.parse(match[0].replace(/^(-?)0+(?=\d)/, '$1')) as number | boolean | null)
      : this.fail('expected a value');
  }

  private list(): Operand {
    if (this.skip(']')) return { kind: 'list', items: [] };
    const items = this.nest(() => [this.operand(), ...this.more(() => this.operand())]);
    if (!this.skip(']')) this.fail('expected ]');
    return { kind: 'list', items };
  }
}
