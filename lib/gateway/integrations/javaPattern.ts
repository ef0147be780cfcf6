/**
 * Compiles a Java regular expression as AWS writes them in selectionPattern; it must match the whole text.
 * What JavaScript would read otherwise is refused, and so is what can take exponential time: one pattern must
 * not stop every call of the process.
 * @throws Error naming what is wrong with the pattern
 */
export function compileJavaPattern(pattern: string): RegExp {
  if (pattern.length > MAX_LENGTH) throw new Error(`pattern longer than ${MAX_LENGTH} characters`);
  const { flags, rest } = leadingFlags(pattern);
  const body = unquote(rest);
  refuseUnsupported(body);
  refuseCatastrophic(body);
  try {
    return new RegExp(`^(?:${body})$`, flags);
  } catch (error) {
    throw new Error(error instanceof Error ? error.message : 'pattern does not compile');
  }
}

const MAX_LENGTH = 1_024;

/** Java's `(?i)`, `(?s)`, `(?m)` at the start are flags in JavaScript. */
function leadingFlags(pattern: string): { flags: string; rest: string } {
  const [whole = '', letters = ''] = /^\(\?([ism]+)\)/.exec(pattern) ?? [];
  return { flags: [...new Set(letters)].join(''), rest: pattern.slice(whole.length) };
}

/** `\Q...\E` quotes text in Java. */
function unquote(pattern: string): string {
  return pattern.replace(/\\Q(.*?)(?:\\E|$)/gs, (_, text: string) =>
    text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
  );
}

function refuseUnsupported(pattern: string): void {
  const plain = pattern.replace(/\\[^pPkAzZGXRhH1-9]/g, '');
  if (/[*+?}]\+/.test(plain) || plain.includes('(?>')) throw new Error('possessive groups are not supported');
  if (/\(\?[a-z-]*[a-z)]/.test(plain.replaceAll('(?:', '')))
    throw new Error('inline flags are not supported');
  if (/\\[pPkAzZGXRhH1-9]/.test(plain)) throw new Error('this escape is not supported');
}

interface Group {
  /** an unbounded repeat stands inside */
  repeats: boolean;
  /** first piece of each alternative */
  alternatives: string[];
  atStart: boolean;
}

const newGroup = (): Group => ({ repeats: false, alternatives: [], atStart: true });

/** An atom (escape, class, group bracket, bar or one character), with its quantifier. */
const PIECE =
  /(\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\)|\||[^\\])([*+]|\{\d+(?:,\d*)?\}|\?)?\??/gsy;

/**
 * Refuses a repeated group that holds a repeat, or alternatives that may begin alike: `(a+)+`, `(a|ab)*`. Both
 * let one text be read in exponentially many ways.
 */
function refuseCatastrophic(pattern: string): void {
  const open: Group[] = [newGroup()];
  for (const [, atom = '', quantifier = ''] of pattern.matchAll(PIECE)) {
    const group = open.at(-1) ?? newGroup();
    if (atom.startsWith('(')) open.push(newGroup());
    else if (atom === ')') closeGroup(open, isRepeat(quantifier));
    else if (atom === '|') group.atStart = true;
    else addAtom(group, atom, isRepeat(quantifier));
  }
}

function addAtom(group: Group, atom: string, repeated: boolean): void {
  if (group.atStart) group.alternatives.push(atom);
  group.atStart = false;
  group.repeats ||= repeated;
}

function closeGroup(open: Group[], repeated: boolean): void {
  const inner = open.pop() ?? newGroup();
  const outer = open.at(-1);
  if (repeated && (inner.repeats || overlap(inner.alternatives)))
    throw new Error('a repeated group that repeats inside could take exponential time');
  if (!outer) return;
  addAtom(outer, '(', repeated || inner.repeats);
}

function isRepeat(quantifier: string): boolean {
  const counted = /^\{\d+,(\d*)\}$/.exec(quantifier);
  return quantifier === '*' || quantifier === '+' || (counted !== null && counted[1] !== '1');
}

function overlap(alternatives: string[]): boolean {
  if (alternatives.length < 2) return false;
  const plain = alternatives.every((atom) => atom.length === 1 && !'.([^$'.includes(atom));
  return !plain || new Set(alternatives).size < alternatives.length;
}
