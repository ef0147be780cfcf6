import type { ChildProcess } from 'node:child_process';
import type { Log } from '../log';

const SHORTEST_WAIT = 100;
const LONGEST_WAIT = 5_000;
/** A process that was up for so long was healthy: its end is not a sign that the next one ends too. */
const HEALTHY_AFTER = 500;

/** Keeps one child process running: starts it again when it ends, at once if it was healthy, later and later else. */
export class KeptProcess<Up, Down extends object> {
  private child: ChildProcess | null = null;
  private upSince = Number.POSITIVE_INFINITY;
  private wait = SHORTEST_WAIT;
  private stopping = false;
  private restart: NodeJS.Timeout | null = null;

  constructor(
    private readonly name: string,
    private readonly fork: () => ChildProcess,
    private readonly events: { started?(): void; message(message: Up): void; ended?(): void },
    private readonly log: Log,
  ) {}

  /** Starts the process unless it runs, is about to be started again, or was stopped. */
  start(): void {
    if (!this.child && !this.restart && !this.stopping) this.launch();
  }

  /** The process does its work. */
  up(): void {
    this.upSince = Math.min(this.upSince, performance.now());
  }

  /** To a process that is gone nothing is sent: the next one says hello. */
  send(message: Down): void {
    if (this.child?.connected) this.child.send(message, () => {});
  }

  get runs(): boolean {
    return this.child !== null;
  }

  /** Asks the process to end, and ends it by force after `timeout` ms. Resolves when it is gone. */
  async stop(message: Down, timeout: number): Promise<void> {
    this.stopping = true;
    if (this.restart) clearTimeout(this.restart);
    const child = this.child;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    this.send(message);
    const late = setTimeout(() => child.kill('SIGKILL'), timeout);
    await gone;
    clearTimeout(late);
  }

  kill(): void {
    this.stopping = true;
    this.child?.kill('SIGKILL');
  }

  private launch(): void {
    this.restart = null;
    this.upSince = Number.POSITIVE_INFINITY;
    const child = this.fork();
    this.child = child;
    // Both ends are built together: what comes is what messages.ts says.
    child.on('message', (message) => this.events.message(message as Up));
    child.once('error', (error) => this.log.error(`${this.name} has a fault`, { reason: error.message }));
    child.once('exit', (code, signal) => this.ended(code, signal));
    this.events.started?.();
  }

  private ended(code: number | null, signal: NodeJS.Signals | null): void {
    this.child = null;
    this.events.ended?.();
    if (this.stopping) return;
    const healthy = performance.now() - this.upSince > HEALTHY_AFTER;
    this.wait = healthy ? SHORTEST_WAIT : Math.min(this.wait * 2, LONGEST_WAIT);
    this.log.error(`${this.name} ended and is started again`, { code, signal, waitMs: this.wait });
    this.restart = setTimeout(() => this.launch(), this.wait);
  }
}
