import { processTree, residentBytes } from './processTree';

const INTERVAL = 100;
/** The runtime itself, which AWS's figures for small functions have room for and Node's start on this machine has not. */
const RUNTIME_BYTES = 64 * 1024 * 1024;
/** AWS's limit of processes and threads is 1,024; a function with so many processes is a fork bomb. */
const MOST_PROCESSES = 256;

/** Watches what all processes of an instance have in memory, all the time, and says once when it is too much. */
export class MemoryWatch {
  private timer: NodeJS.Timeout | undefined;
  private pid = 0;
  private max = 0;

  constructor(
    /** MB */
    private readonly memorySize: number,
    private readonly exceeded: () => void,
    /** told the instance's processes at every look, the first one at first */
    private readonly seen: (pids: readonly number[]) => void,
  ) {}

  watch(pid: number): void {
    this.pid = pid;
    this.timer = setInterval(() => this.look(), INTERVAL).unref();
  }

  /** An event begins: the maximum is its own. */
  begin(): void {
    this.max = 0;
    this.look();
  }

  /** Bytes, at most, since `begin`. */
  end(): number {
    this.look();
    return this.max;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const pids = processTree(this.pid, MOST_PROCESSES + 1);
    const bytes = residentBytes(pids);
    this.max = Math.max(this.max, bytes);
    this.seen(pids);
    if (bytes <= this.memorySize * 1024 * 1024 + RUNTIME_BYTES && pids.length <= MOST_PROCESSES) return;
    this.stop();
    this.exceeded();
  }
}
