import { Budget, limits, RenderFault } from './Budget';
import type { Value } from './values';

/** Gives a value; the tree's expressions are compiled into these. */
export type Evaluate = (run: Run) => Value;
/** Writes to the run's output; true when #break ends what surrounds it. */
export type Execute = (run: Run) => boolean;

/** What a macro's parameters stand for: Velocity passes them by name, so they are evaluated at each use. */
export interface Frame {
  args: Evaluate[];
  caller: Frame | null;
}

/** Ends a rendering where #stop stands; what was written counts. */
export class StopSignal extends Error {}

/** One rendering: its variables, its output, and what it may still spend. */
export class Run {
  readonly budget = new Budget();
  frame: Frame | null = null;
  /** Offset of the node that runs, for errors. */
  at = 0;
  /** What a #break that named its loop ends; null: whatever surrounds it. */
  breaking: Value = null;
  private output = '';
  private calls = 0;

  constructor(readonly slots: Value[]) {}

  get text(): string {
    return this.output;
  }

  write(text: string): void {
    this.output += text;
    if (this.output.length > limits.textLength) {
      throw new RenderFault(`output longer than ${limits.textLength} characters`);
    }
  }

  /** Runs something and gives what it wrote instead of writing it. */
  capture(body: Execute): string {
    const before = this.output;
    this.output = '';
    try {
      body(this);
      return this.budget.text(this.output);
    } finally {
      this.output = before;
    }
  }

  /** Runs a macro or a block in its frame; these can contain themselves. */
  enter<T>(frame: Frame | null, body: () => T): T {
    if (++this.calls > limits.calls) throw new RenderFault(`macros nested deeper than ${limits.calls}`);
    const result = this.inFrame(frame, body);
    this.calls--;
    return result;
  }

  /** Evaluates what a caller passed, where the caller stands. */
  inFrame<T>(frame: Frame | null, body: () => T): T {
    const before = this.frame;
    this.frame = frame;
    const result = body();
    this.frame = before;
    return result;
  }
}
