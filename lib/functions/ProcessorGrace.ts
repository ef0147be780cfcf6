import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs';
import { processorTime } from './processTree';

/** Niceness that an instance begins with: a start takes its quarter of a busy processor, not its hundredth part. */
export const FIRST_NICENESS = 5;
/** Processor time in ms that initialization, and then each event, may take before the instance is last in line. */
const INIT = 5_000;
const EVENT = 500;

/**
 * Puts an instance behind everything else once it computes for long: who only starts, or answers quickly, is let in
 * although the machine is busy; who spins is not. There is no way back, which would need a privilege; only a later
 * instance begins as they all do.
 */
export class ProcessorGrace {
  private before = 0;
  private grace = INIT;
  private used = 0;
  private isSpent = false;

  /** @param niceness to end with; undefined: it began there */
  constructor(
    private readonly niceness: number | undefined,
    private readonly spent: () => void,
  ) {}

  /** An event begins: it has a grace of its own. */
  begin(): void {
    this.before = this.used;
    this.grace = EVENT;
  }

  /** @param pids of the instance, its first process at first */
  look(pids: readonly number[]): void {
    if (this.niceness === undefined || this.isSpent) return;
    this.used = Math.max(this.used, processorTime(pids));
    if (this.used - this.before <= this.grace) return;
    this.isSpent = true;
    putLast(pids, this.niceness);
    this.spent();
  }
}

/** Its session's scheduling group, and its processes with their threads: what is gone meanwhile needs nothing. */
function putLast(pids: readonly number[], niceness: number): void {
  const [first, ...others] = pids.map(String);
  if (first === undefined) return;
  writeFile(`/proc/${first}/autogroup`, `${niceness}`, () => undefined);
  execFile('renice', ['-n', `${niceness}`, '-g', first, '-p', ...others], () => undefined);
}
