/** AWS's own limits (template size, #foreach turns) and ours, which keep one template from holding the thread. */
export const limits = {
  templateBytes: 300 * 1024,
  foreachTurns: 1000,
  /** About 50 ms of work: a node run, a list element made, or 64 characters handled count as one step. */
  steps: 1_000_000,
  /** Characters of the output and of any one string. */
  textLength: 10 * 1024 * 1024,
  nesting: 100,
  operators: 200,
  /** Macros and #define blocks inside one another; Velocity's own velocimacro.max.depth. */
  calls: 20,
  jsonDepth: 1000,
};

/** A failure inside a running template; the renderer adds where it happened. */
export class RenderFault extends Error {}

/** What one rendering may still spend. */
export class Budget {
  private steps = 0;

  /** @throws RenderFault when the rendering has used up its steps */
  spend(steps: number): void {
    this.steps += steps;
    if (this.steps > limits.steps) throw new RenderFault(`more than ${limits.steps} steps`);
  }

  /** Charges for a string that is about to be read or was just made, and gives it back. */
  text(text: string): string {
    this.room(text.length);
    return text;
  }

  /** Charges for a string of that length before it is made. */
  room(length: number): void {
    if (length > limits.textLength) throw new RenderFault(`text longer than ${limits.textLength} characters`);
    this.spend(1 + (length >> 6));
  }
}
