/** AWS's own limits (template size, #foreach turns) and ours, which keep one template from holding the thread. */
export const limits = {
  templateBytes: 300 * 1024,
  foreachTurns: 1000,
  /** A node run, a list element made, or 256 characters handled count as one step: 50 to 100 ns. */
  steps: 500_000,
  /** Time of work, should steps be dearer than they ought to be (50 ms on a quiet machine). Reading much JSON has its steps alone. */
  milliseconds: 100,
  /** Characters of the output and of any one string. */
  textLength: 10 * 1024 * 1024,
  nesting: 100,
  operators: 200,
  /** Macros and #define blocks inside one another; Velocity's own velocimacro.max.depth. */
  calls: 20,
  jsonDepth: 1000,
};

/** Steps between two looks at the clock: 1 to 2 ms. Most templates end before the first. */
const stretch = 16_384;

/** Below this the clock costs more than the reading. */
const muchText = 65_536;

/** A failure inside a running template; the renderer adds where it happened. */
export class RenderFault extends Error {}

/** What one rendering may still spend. */
export class Budget {
  private steps = 0;
  private nextLook = stretch;
  /** The clocks at the first look at them. */
  private started: Clocks | undefined;
  private allowance = limits.milliseconds;
  private isReading = false;

  /** @throws RenderFault when the rendering has used up its steps or its time */
  spend(steps: number): void {
    this.steps += steps;
    if (this.steps > this.nextLook) this.look();
  }

  private look(): void {
    if (this.steps > limits.steps) throw new RenderFault(`more than ${limits.steps} steps`);
    this.nextLook = Math.min(this.steps + stretch, limits.steps);
    if (this.isReading) return;
    this.started ??= readClocks();
    if (timeOfWork(this.started) > this.allowance)
      throw new RenderFault(`more than ${limits.milliseconds} ms of processor time`);
  }

  /** Runs work that grows with the size of a text alone: its steps count, its time does not. */
  reading<T>(length: number, work: () => T): T {
    if (this.isReading || length < muchText) return work();
    const before = readClocks();
    this.isReading = true;
    try {
      return work();
    } finally {
      this.isReading = false;
      this.allowance += timeOfWork(before);
    }
  }

  /** Charges for a string that is about to be read or was just made, and gives it back. */
  text(text: string): string {
    this.room(text.length);
    return text;
  }

  /** Charges for a string of that length before it is made. */
  room(length: number): void {
    if (length > limits.textLength) throw new RenderFault(`text longer than ${limits.textLength} characters`);
    this.spend(1 + (length >> 8));
  }
}

/** Processor time of the process and time by the wall, in ms. */
interface Clocks {
  processor: number;
  wall: number;
}

function readClocks(): Clocks {
  const { user, system } = process.cpuUsage();
  return { processor: (user + system) / 1000, wall: performance.now() };
}

/**
 * Milliseconds that this thread can have worked. Processor time alone counts threads that clear a large heap
 * meanwhile; the wall's time alone counts others' turns on a busy machine: the lesser of both is never too much.
 */
function timeOfWork(since: Clocks): number {
  const now = readClocks();
  return Math.min(now.processor - since.processor, now.wall - since.wall);
}
