import { RenderFault } from '../vtl/Budget';
import { isLineEnd, isWord, lastLineStart } from './characterClass';
import type { Assertion } from './parseRegex';
import type { Instruction } from './program';

/**
 * What stands on one side of a position, as far as an assertion can tell. `last` is a line end that ends the
 * text, seen from before it: Java's $ holds there.
 */
type Side = 'edge' | 'word' | 'line' | 'last' | 'other';

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
/** Kept steps from state to state; a text in many scripts could else fill the memory with them. */
const MOST_TRANSITIONS = 50_000;
/** Instructions that one test may follow: some 30 ms. Kept states cost nothing of it. */
const MOST_STEPS = 100_000;

interface Options {
  /** whether a match may begin at any place, not only at the start of the text */
  anywhere: boolean;
}

/**
 * Whether a program matches in a text. A deterministic automaton, built as texts ask for it: most characters
 * cost one look-up, none costs more than the length of the program.
 */
export class Automaton {
  private readonly matched: State = { at: [], before: 'other', ascii: [], others: new Map() };
  private readonly asksForLastLine: boolean;
  private states = new Map<string, State>();
  private transitions = 0;
  private steps = 0;

  constructor(
    private readonly program: readonly Instruction[],
    private readonly options: Options,
  ) {
    this.asksForLastLine = program.some((one) => one.op === 'assert' && one.what === 'lastLine');
  }

  /** @throws RenderFault when this text and pattern would take too long */
  test(text: string): boolean {
    this.steps = 0;
    const last = this.asksForLastLine ? lastLineStart(text) : text.length;
    let state = this.state([0], 'edge');
    for (let pos = 0; pos < text.length; pos += 1) {
      const code = text.charCodeAt(pos);
      state = pos === last ? this.step(state, code, 'last') : this.next(state, code);
      if (state === this.matched) return true;
      if (state.at.length === 0) return false;
    }
    return this.closure(state, 'edge').matches;
  }

  private next(state: State, code: number): State {
    const known = code < 128 ? state.ascii[code] : state.others.get(code);
    if (known) return known;
    const made = this.step(state, code, sideOf(code));
    if (++this.transitions > MOST_TRANSITIONS) this.forget();
    if (code < 128) state.ascii[code] = made;
    else state.others.set(code, made);
    return made;
  }

  private step(state: State, code: number, after: Side): State {
    const { takers, matches } = this.closure(state, after);
    if (matches) return this.matched;
    const at = takers.filter((index) => this.takes(index, code)).map((index) => index + 1);
    return this.state(this.options.anywhere ? [0, ...at] : at, sideOf(code));
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
    if (this.states.size >= MOST_STATES) this.forget();
    const made: State = { at: ordered, before, ascii: [], others: new Map() };
    this.states.set(key, made);
    return made;
  }

  private forget(): void {
    this.states = new Map();
    this.transitions = 0;
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
  switch (what) {
    case 'start':
      return before === 'edge';
    case 'end':
      return after === 'edge';
    case 'lastLine':
      return after === 'edge' || after === 'last';
    case 'lineStart':
      return before === 'edge' || before === 'line';
    case 'lineEnd':
      return after === 'edge' || after === 'line' || after === 'last';
    default:
      return (what === 'word') === ((before === 'word') !== (after === 'word'));
  }
}

function sideOf(code: number): Side {
  if (isWord(code)) return 'word';
  return isLineEnd(code) ? 'line' : 'other';
}
