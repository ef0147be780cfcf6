import { type Budget, RenderFault } from '../vtl/Budget';
import { Automaton } from './Automaton';
import { Matcher, type Payer } from './Matcher';
import { RegexParser } from './parseRegex';
import { toProgram } from './program';
import { WholePattern } from './WholePattern';

/** A pattern without anything special needs no matcher; \\' and \\. are no more than themselves. */
const plainPattern = /^(?:[^\\^$.|?*+()[\]{}]|\\[^a-zA-Z0-9])+$/;
const longestPattern = 1000;
/** Below this the matcher alone is as quick. */
const shortText = 256;

/**
 * A java.util.regex pattern that runs in time linear in the text: templates are written by tenants and fed by
 * strangers, and a backtracking engine (JavaScript's, Java's) can be made to run for minutes by either.
 */
export class Regex {
  private readonly literal: string | null;
  private readonly whole: WholePattern;
  private searching: { matcher: Matcher; automaton: Automaton } | undefined;

  constructor(private readonly source: string) {
    this.whole = new WholePattern(source);
    this.literal = plainPattern.test(source) ? source.replace(/\\([\s\S])/g, '$1') : null;
  }

  /** True when the whole text matches. */
  matches(text: string, budget: Payer): boolean {
    if (this.literal !== null) return text === this.literal;
    budget.spend(text.length >> 4);
    return this.whole.test(text);
  }

  /** What finds places: the automaton tells cheaply that there is none, the matcher where it is. */
  private get search(): { matcher: Matcher; automaton: Automaton } {
    if (this.searching) return this.searching;
    const parser = new RegexParser(this.source);
    const program = toProgram(parser.parse());
    const matcher = new Matcher(program, 2 * (parser.groups + 1));
    this.searching = { matcher, automaton: new Automaton(program, { anywhere: true }) };
    return this.searching;
  }

  /** Replaces the first or all matches; $1 and \ have Java's meaning in the replacement. */
  replace(text: string, replacement: string, all: boolean, budget: Budget): string {
    const parts = parseReplacement(replacement);
    let result = '';
    let end = 0;
    for (const match of this.each(text, budget)) {
      const [start = 0, stop = 0] = match;
      result += text.slice(end, start) + parts.map((part) => expand(part, text, match)).join('');
      budget.room(result.length - end);
      end = stop;
      if (!all) break;
    }
    return budget.text(result + text.slice(end));
  }

  /** String.split: a positive limit bounds the pieces, 0 drops empty ones at the end, a negative keeps them. */
  split(text: string, limit: number, budget: Budget): string[] {
    const pieces: string[] = [];
    let end = 0;
    for (const [start = 0, stop = 0] of this.each(text, budget)) {
      if (limit > 0 && pieces.length === limit - 1) break;
      // Since Java 8 a match of no width at the start makes no empty first piece.
      if (stop === 0 || (start === stop && start === text.length)) continue;
      pieces.push(text.slice(end, start));
      end = stop;
    }
    pieces.push(text.slice(end));
    while (limit === 0 && pieces.length > 1 && pieces.at(-1) === '') pieces.pop();
    return pieces;
  }

  private *each(text: string, budget: Budget): Generator<readonly number[]> {
    budget.spend(text.length >> 4);
    if (this.literal === null && text.length > shortText && !this.search.automaton.test(text)) return;
    for (let from = 0; from <= text.length; ) {
      budget.spend(1);
      const match = this.next(text, from, budget);
      if (!match) return;
      yield match;
      const [start = 0, stop = 0] = match;
      from = stop === start ? stop + 1 : stop;
    }
  }

  private next(text: string, from: number, budget: Budget): readonly number[] | null {
    if (this.literal === null) return this.search.matcher.find(text, from, budget);
    const start = text.indexOf(this.literal, from);
    return start < 0 ? null : [start, start + this.literal.length];
  }
}

/** A piece of a replacement: text, or the number of a group. */
type Part = string | number;

function parseReplacement(replacement: string): Part[] {
  if (!/[\\$]/.test(replacement)) return [replacement];
  return Array.from(
    replacement.matchAll(/\\([\s\S])|\$(\d)|[^\\$]+|[\s\S]/g),
    ([text, escaped, group]): Part => {
      if (escaped !== undefined) return escaped;
      if (group !== undefined) return Number(group);
      if (text === '$' || text === '\\') throw new RenderFault(`a replacement with a single ${text}`);
      return text;
    },
  );
}

function expand(part: Part, text: string, match: readonly number[]): string {
  if (typeof part === 'string') return part;
  if (2 * part >= match.length)
    throw new RenderFault(`a replacement names group ${part}, which does not exist`);
  const start = match[2 * part] ?? -1;
  return start < 0 ? '' : text.slice(start, match[2 * part + 1]);
}

const recent = new Map<string, Regex>();
const kept = 200;

/**
 * The regex of a pattern; patterns repeat, so the latest are kept.
 * @throws RenderFault for a pattern that is wrong, too long, or cannot run in linear time
 */
export function compileRegex(source: string): Regex {
  if (source.length > longestPattern) throw new RenderFault('a regular expression that is too long');
  const known = recent.get(source);
  if (known) return known;
  const regex = new Regex(source);
  if (recent.size >= kept) recent.delete(recent.keys().next().value ?? '');
  recent.set(source, regex);
  return regex;
}
