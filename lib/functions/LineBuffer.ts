import { randomUUID } from 'node:crypto';
import type { InvocationLines } from './HostedFunction';

/** What nobody takes is kept up to this. */
const MOST_BYTES = 16 * 1024 * 1024;
/** One batch is about so large at most. */
const BATCH_BYTES = 1024 * 1024;
/** How long a taker waits for lines. */
const PATIENCE = 10_000;

interface Kept {
  sequence: number;
  bytes: number;
  lines: InvocationLines;
}

/** What a taker has, to be told with its next question. */
export interface LinesTaken {
  /** of the buffer that counts */
  boot: string;
  upTo: number;
}
export interface LineBatch extends LinesTaken {
  invocations: InvocationLines[];
}

/** Logs of invocations until somebody has taken them; the oldest go first when nobody does. */
export class LineBuffer {
  private readonly boot = randomUUID();
  private kept: Kept[] = [];
  private bytes = 0;
  private sequence = 0;
  private wake = () => {};

  add(lines: InvocationLines): void {
    this.sequence += 1;
    const bytes = lines.lines.reduce((sum, { message }) => sum + message.length + 32, 64);
    this.kept.push({ sequence: this.sequence, bytes, lines });
    this.bytes += bytes;
    while (this.bytes > MOST_BYTES) this.bytes -= this.kept.shift()?.bytes ?? this.bytes;
    this.wake();
  }

  /** Forgets what was taken up to `taken`, and gives more: at once, or when there is some, or nothing after 10 s. */
  async take({ boot, upTo }: LinesTaken): Promise<LineBatch> {
    const taken = boot === this.boot ? upTo : 0;
    this.forget(taken);
    if (this.kept.length === 0) await this.something();
    let room = BATCH_BYTES;
    const batch = this.kept.filter(({ bytes }, index) => {
      room -= bytes;
      return index === 0 || room >= 0;
    });
    return {
      boot: this.boot,
      upTo: batch.at(-1)?.sequence ?? taken,
      invocations: batch.map(({ lines }) => lines),
    };
  }

  private forget(taken: number): void {
    this.kept = this.kept.filter(({ sequence }) => sequence > taken);
    this.bytes = this.kept.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  private something(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PATIENCE).unref();
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
