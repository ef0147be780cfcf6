import { setTimeout } from 'node:timers/promises';
import { FunctionUnreachable } from '@gatehouse/gateway/ports';
import type { FunctionClient } from '@/lib/functions/FunctionClient';
import type { LineBatch, LinesTaken } from '@/lib/functions/LineBuffer';
import { type Log, reasonOf } from '../log';

/** After a host or a database that was away. */
const PAUSE = 1_000;

/**
 * Takes functions' logs from their host to the database, one batch after the other. The host keeps a batch until the
 * next is asked for.
 */
export class LogIntake {
  private stopped = false;
  private work: Promise<void> | null = null;
  private taken: LinesTaken = { boot: '', upTo: 0 };

  constructor(
    private readonly client: FunctionClient,
    private readonly write: (invocations: LineBatch['invocations']) => Promise<void>,
    private readonly log: Log,
  ) {}

  start(): void {
    this.work = this.run();
  }

  /** Resolves when what was taken is written. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.client.close();
    await this.work;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const failure = await this.one().catch((error: unknown) => error);
      if (failure === undefined || this.stopped) continue;
      if (!(failure instanceof FunctionUnreachable))
        this.log.error("Functions' logs could not be written", { reason: reasonOf(failure) });
      await setTimeout(PAUSE, undefined, { ref: false });
    }
  }

  private async one(): Promise<void> {
    const { boot, upTo, invocations } = await this.client.lines(this.taken);
    if (invocations.length > 0) await this.write(invocations);
    this.taken = { boot, upTo };
  }
}
