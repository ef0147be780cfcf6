/** Characters that are tried for a class or an escape, the plain ones first. */
const candidates = [
  ...'aA0-_.@/ ',
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  '\t',
  '\n',
  'é',
];

/**
 * A text that a regular expression of a schema accepts, made from what it is put together of; null where that is
 * more than alternatives, groups, classes and repeats.
 * @param times how often what may repeat without end does
 */
export function samplePattern(pattern: string, times: number): string | null {
  if (pattern.length > MOST_PATTERN) return null;
  const sampler = new Sampler(pattern, times);
  const text = sampler.alternatives();
  return sampler.isDone ? text : null;
}

const ATOM = /\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|[^\\()|[\]*+?{}]/y;
const QUANTIFIER = /([*+?]|\{\d+(?:,\d*)?\})\??/y;
/** Characters: neither a long pattern nor a repeat in a repeat may make a text that nobody reads. */
const MOST_PATTERN = 200;
const MOST_REPEATED = 500;

class Sampler {
  private at = 0;

  constructor(
    private readonly pattern: string,
    private readonly times: number,
  ) {}

  get isDone(): boolean {
    return this.at === this.pattern.length;
  }

  /** The first alternative; the others are read past. */
  alternatives(): string {
    const first = this.sequence();
    while (this.pattern[this.at] === '|') {
      this.at += 1;
      this.sequence();
    }
    return first;
  }

  private sequence(): string {
    let text = '';
    for (let piece = this.piece(); piece !== null; piece = this.piece()) text += piece;
    return text;
  }

  private piece(): string | null {
    const atom = this.take(/[\^$]|\\[bB]/y) === null ? (this.group() ?? this.character()) : '';
    if (atom === null) return null;
    return atom.repeat(Math.min(this.repeats(), Math.floor(MOST_REPEATED / Math.max(atom.length, 1))));
  }

  private group(): string | null {
    const start = this.at;
    if (this.take(/\((?:\?:|\?<\w+>)?(?!\?)/y) === null) return null;
    const text = this.alternatives();
    if (this.take(/\)/y) !== null) return text;
    this.at = start;
    return null;
  }

  private character(): string | null {
    const atom = this.take(ATOM);
    if (atom === null) return null;
    const accepts = compiled(`^${atom}$`);
    return candidates.find((candidate) => accepts?.test(candidate)) ?? '';
  }

  private repeats(): number {
    const quantifier = this.take(QUANTIFIER)?.replace(/(?<=.)\?$/, '');
    if (quantifier === undefined) return 1;
    if (quantifier === '?') return this.times > 1 ? 1 : 0;
    if (quantifier === '*') return this.times - 1;
    if (quantifier === '+') return this.times;
    const [, least = '', comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(quantifier) ?? [];
    const upTo = comma ? Number(most || this.times) : Number(least);
    return Math.max(Number(least), Math.min(this.times, upTo));
  }

  private take(expression: RegExp): string | null {
    expression.lastIndex = this.at;
    const [found = null] = expression.exec(this.pattern) ?? [];
    if (found !== null) this.at += found.length;
    return found;
  }
}

/** Of one atom only: it matches one character, and so in no time. */
function compiled(source: string): RegExp | null {
  try {
    return new RegExp(source);
  } catch {
    return null;
  }
}
