import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

/** Rounds of the event loop without a byte: each reads what the pipes hold. */
const QUIET_ROUNDS = 2;
/** A process beside the runtime may write without end. */
const MOST_ROUNDS = 100;

/** What the processes of an instance write, by lines. */
export class OutputLines {
  private chunks = 0;

  constructor(streams: readonly Readable[], onLine: (line: string) => void) {
    for (const stream of streams) {
      stream.on('data', () => {
        this.chunks += 1;
      });
      createInterface({ input: stream }).on('line', onLine);
    }
  }

  /** Resolves when what was written before is read: it comes another way than what the runtime says, and later. */
  async quiet(): Promise<void> {
    let still = 0;
    for (let round = 0; still < QUIET_ROUNDS && round < MOST_ROUNDS; round += 1) {
      const before = this.chunks;
      await setImmediate();
      still = this.chunks === before ? still + 1 : 0;
    }
  }
}
