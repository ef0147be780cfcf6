import { RenderFault } from '../vtl/Budget';
import { isLineEnd, isWord } from './characterClass';
import { type Assertion, type Dialect, RegexParser } from './parseRegex';
import { type Instruction, toProgram } from './program';

/** What stands on one side of a position, as far as an assertion can tell. */
type Side = 'edge' | 'word' | 'line' | 'other';

/** Where all ways to match stand before a character is read, and what stood before it. */
interface State {
  /** instructions to go on from, in order of their number */
  at: readonly number[];
  before: Side;
  /** by code unit; 128 and above share a map, for a text may hold any of them */
  ascii: (State | undefined)[];
  others: Map<number, State>;
}

/** Kept states; when there are more, all are forgotten. Memory stays bounded, whatever the text. */
const MOST_STATES = 500;
/** Instructions that one test may follow: some 30 ms. Kept states cost nothing of it. */
const MOST_STEPS = 100_000;

/**
 * Whether a pattern matches somewhere in a text. A deterministic automaton, built as texts ask for it: most
 * characters cost one look-up, none costs more than the length of the pattern. For patterns of tenants over
 * texts of strangers, where a backtracking engine can be held up for minutes by either.
 */
export class LinearPattern {
  private readonly program: readonly Instruction[];
  private readonly matched: State = { at: [], before: 'other', ascii: [], others: new Map() };
  private states = new Map<string, State>();
  private steps = 0;

  /** @throws RenderFault naming what is wrong with the pattern, or what cannot run in linear time */
  constructor(
    private readonly source: string,
    dialect: Dialect,
  ) {
    this.program = toProgram(new RegexParser(source, dialect).parse());
    if (this.program.some((one) => one.op === 'assert' && one.what === 'lastLine'))
      throw new RenderFault('\\Z and a Java $ are not supported here');
  }

  /** @throws RenderFault when this text and pattern would take too long */
  test(text: string): boolean {
    this.steps = 0;
    let state = this.state([0], 'edge');
    for (let pos = 0; pos < text.length; pos += 1) {
      state = this.next(state, text.charCodeAt(pos));
      if (state === this.matched) return true;
    }
    return this.closure(state, 'edge').matches;
  }

  /** Who keeps patterns by their text (ajv does) tells them apart by this. */
  toString(): string {
    return `/${this.source}/`;
  }

  private next(state: State, code: number): State {
    const known = code < 128 ? state.ascii[code] : state.others.get(code);
    if (known) return known;
    const made = this.step(state, code);
    if (code < 128) state.ascii[code] = made;
    else state.others.set(code, made);
    return made;
  }

  private step(state: State, code: number): State {
    const { takers, matches } = this.closure(state, sideOf(code));
    if (matches) return this.matched;
    const at = takers.filter((index) => this.takes(index, code)).map((index) => index + 1);
    // A match may begin anywhere.
    return this.state([0, ...at], sideOf(code));
  }

  private takes(index: number, code: number): boolean {
    const instruction = this.program[index];
    return instruction?.op === 'one' && instruction.test(code);
  }

  private state(at: number[], before: Side): State {
    const ordered = [...new Set(at)].sort((a, b) => a - b);
    const key = `${before} ${ordered.join()}`;
    const known = this.states.get(key);
    if (known) return known;
    if (this.states.size >= MOST_STATES) this.states = new Map();
    const made: State = { at: ordered, before, ascii: [], others: new Map() };
    this.states.set(key, made);
    return made;
  }

  /** Follows all that takes no character, now that it is known what comes after. */
  private closure({ at, before }: State, after: Side): { takers: number[]; matches: boolean } {
    const takers: number[] = [];
    const seen = new Set<number>();
    const pending = [...at];
    let matches = false;
    for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
      const instruction = this.program[index];
      if (!instruction || seen.has(index)) continue;
      seen.add(index);
      if (instruction.op === 'match') matches = true;
      else if (instruction.op === 'one') takers.push(index);
      else pending.push(...exits(instruction, index, before, after));
    }
    this.pay(seen.size);
    return { takers, matches };
  }

  private pay(steps: number): void {
    this.steps += steps;
    if (this.steps > MOST_STEPS) throw new RenderFault(`more than ${MOST_STEPS} steps of a pattern`);
  }
}

type Silent = Exclude<Instruction, { op: 'match' } | { op: 'one' }>;

function exits(instruction: Silent, index: number, before: Side, after: Side): number[] {
  if (instruction.op === 'jump') return [instruction.to];
  if (instruction.op === 'fork') return [instruction.first, instruction.second];
  if (instruction.op === 'assert' && !holds(instruction.what, before, after)) return [];
  return [index + 1];
}

function holds(what: Assertion, before: Side, after: Side): boolean {
  if (what === 'start') return before === 'edge';
  if (what === 'end') return after === 'edge';
  if (what === 'lineStart') return before === 'edge' || before === 'line';
  if (what === 'lineEnd') return after === 'edge' || after === 'line';
  return (what === 'word') === ((before === 'word') !== (after === 'word'));
}

function sideOf(code: number): Side {
  if (isWord(code)) return 'word';
  return isLineEnd(code) ? 'line' : 'other';
}
