import type { Budget } from '../vtl/Budget';
import { isLineEnd, isWord, lastLineStart, type Test } from './characterClass';
import type { Assertion } from './parseRegex';
import type { Instruction } from './program';

/** Who pays for the steps of a match. */
export type Payer = Pick<Budget, 'spend'>;

/** A way to match that is still alive: where it stands in the program and what its groups hold. */
interface Thread {
  at: number;
  saved: number[];
}

/**
 * Pike's simulation: all ways to match advance together, one character at a time, the preferred first, so that
 * the cost is at most text length times program length. Gives what a backtracking engine would.
 */
export class Matcher {
  /** The step at which an instruction was last reached: each is followed once a step. */
  private readonly reached: number[];
  private step = 0;
  /** What the first character of a match must be; null when a match can begin with no character. */
  private readonly starts: readonly Test[] | null;

  constructor(
    private readonly program: readonly Instruction[],
    private readonly slots: number,
  ) {
    this.reached = program.map(() => 0);
    this.starts = startsOf(program);
  }

  /** Start and end of the first match from `from` on, then of its groups (-1: not part of it). */
  find(text: string, from: number, budget: Payer): number[] | null {
    let threads: Thread[] = [];
    let found: number[] | null = null;
    for (let pos = from; ; pos++) {
      if (threads.length === 0 && found) return found;
      if (threads.length === 0) pos = this.nextStart(text, pos, budget);
      const alive = this.followAll(threads, text, pos);
      if (!found) this.follow(alive, 0, new Array<number>(this.slots).fill(-1), text, pos);
      budget.spend(2 + alive.length);
      const winner = alive.findIndex((thread) => this.isMatch(thread));
      if (winner >= 0) found = alive[winner]?.saved ?? null;
      if (pos >= text.length) return found;
      // What comes after the winner is less preferred and dies with it.
      threads = this.advance(winner < 0 ? alive : alive.slice(0, winner), text.charCodeAt(pos));
    }
  }

  /** Passes characters that no match begins with. */
  private nextStart(text: string, from: number, budget: Payer): number {
    const starts = this.starts;
    if (!starts) return from;
    let pos = from;
    while (pos < text.length && !starts.some((test) => test(text.charCodeAt(pos)))) pos++;
    budget.spend((pos - from) >> 4);
    return pos;
  }

  private isMatch(thread: Thread): boolean {
    return this.program[thread.at]?.op === 'match';
  }

  private advance(threads: Thread[], code: number): Thread[] {
    return threads.filter((thread) => {
      const instruction = this.program[thread.at];
      return instruction?.op === 'one' && instruction.test(code);
    });
  }

  private followAll(threads: Thread[], text: string, pos: number): Thread[] {
    this.step++;
    const alive: Thread[] = [];
    for (const thread of threads) this.follow(alive, thread.at + 1, thread.saved, text, pos);
    return alive;
  }

  /** Follows forks and jumps to the instructions that take a character or match. */
  private follow(alive: Thread[], start: number, groups: number[], text: string, pos: number): void {
    let saved = groups;
    for (let at = start; this.reached[at] !== this.step; ) {
      this.reached[at] = this.step;
      const instruction = this.program[at];
      switch (instruction?.op) {
        case 'jump':
          at = instruction.to;
          break;
        case 'fork':
          this.follow(alive, instruction.first, saved, text, pos);
          at = instruction.second;
          break;
        case 'save':
          saved = saved.slice();
          saved[instruction.slot] = pos;
          at++;
          break;
        case 'assert':
          if (!holds(instruction.what, text, pos)) return;
          at++;
          break;
        default:
          alive.push({ at, saved });
          return;
      }
    }
  }
}

function startsOf(program: readonly Instruction[]): Test[] | null {
  const tests: Test[] = [];
  const seen = new Set<number>();
  const pending = [0];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const instruction = program[at];
    if (seen.has(at)) continue;
    seen.add(at);
    if (instruction?.op === 'one') tests.push(instruction.test);
    else if (instruction?.op === 'save') pending.push(at + 1);
    else if (instruction?.op === 'jump') pending.push(instruction.to);
    else if (instruction?.op === 'fork') pending.push(instruction.first, instruction.second);
    else return null;
  }
  return tests;
}

function holds(what: Assertion, text: string, pos: number): boolean {
  switch (what) {
    case 'start':
      return pos === 0;
    case 'end':
      return pos === text.length;
    case 'lastLine':
      return pos === text.length || pos === lastLineStart(text);
    case 'lineStart':
      return pos === 0 || (pos < text.length && isLineEnd(text.charCodeAt(pos - 1)));
    case 'lineEnd':
      return pos === text.length || isLineEnd(text.charCodeAt(pos));
    default:
      return (what === 'word') === atWordEdge(text, pos);
  }
}

function atWordEdge(text: string, pos: number): boolean {
  const before = pos > 0 && isWord(text.charCodeAt(pos - 1));
  const after = pos < text.length && isWord(text.charCodeAt(pos));
  return before !== after;
}
