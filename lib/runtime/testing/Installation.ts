import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '@gatehouse/gateway/snapshot';
import { freePort } from '@/db/freePort';
import type { Control } from '@/lib/control/control';
import type { Actor } from '@/lib/model/role';
import { readSnapshotFile } from '../snapshotFile';
import { endsWithUs } from './endsWithUs';
import { until } from './until';

type Health = Awaited<ReturnType<Control['health']>> & { pid: number };
type Run<Operation> = Operation extends (...args: infer Args) => infer Result
  ? (...args: Args) => Result
  : never;
type Remote<Group> = { [Name in keyof Group]: Run<Group[Name]> };

export const operator: Actor = { kind: 'system', reason: 'test' };

/**
 * Handed on to every process. An embedded database lives for seconds here: to compile it a second time, better, takes
 * a third of what a start takes of the processor and is never earned back.
 */
const FLAGS = ['--liftoff-only'];

/** One installation: ports and a data directory of its own, on which Gatehouse is started, killed and started. */
export class Installation {
  private child: ChildProcess | null = null;
  /** the exit code, once no process of it is left that could write: what was printed is then whole, the ports free */
  private closed: Promise<number | null> = Promise.resolve(null);
  private text = '';

  private constructor(
    private readonly entries: string,
    readonly environment: Record<string, string>,
    /** made for it alone, and removed with it */
    private readonly folders: string[],
  ) {}

  static async create(entries: string, environment: Record<string, string> = {}): Promise<Installation> {
    const folders = environment.GATEHOUSE_DATA_DIR ? [] : [mkdtempSync(join(tmpdir(), 'gatehouse-data-'))];
    const ports = [await freePort(), await freePort(), await freePort(), await freePort()];
    const settings = {
      GATEHOUSE_PORT: `${ports[0]}`,
      GATEHOUSE_GATEWAY_PORT: `${ports[1]}`,
      GATEHOUSE_SAMPLE_PORT: `${ports[2]}`,
      GATEHOUSE_AWS_PORT: `${ports[3]}`,
      GATEHOUSE_DATA_DIR: folders[0] ?? '',
      GATEHOUSE_WORKERS: '2',
    };
    return new Installation(entries, { ...settings, ...environment }, folders);
  }

  /** Starts all processes, and waits for the lines that say where everything is unless told not to. */
  async start({ wait = true } = {}): Promise<void> {
    this.text = '';
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, [...FLAGS, join(this.entries, 'main.js')], {
      env: { PATH, HOME, NODE_ENV: 'production', ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that all of it can be killed at once.
      detached: true,
    });
    this.child = child;
    this.closed = once(child, 'close').then(([code]) => code);
    endsWithUs(child, this.folders);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        this.text += bytes.toString();
      });
    if (!wait) return;
    await until('the start', () => this.text.includes('Gatehouse is ready') || this.ended, 180_000).catch(
      (error: Error) => {
        throw new Error(`${error.message}; it said:\n${this.text}`);
      },
    );
    if (!this.ended) return;
    await this.closed;
    throw new Error(`The start failed:\n${this.text}`);
  }

  /** Everything that was printed since the last start. */
  get output(): string {
    return this.text;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  get dataDir(): string {
    return this.environment.GATEHOUSE_DATA_DIR ?? '';
  }

  snapshotOnDisk(): Snapshot | null {
    return readSnapshotFile(this.dataDir);
  }

  gatewayUrl(restApiId: string, stageName: string, path: string): string {
    const port = this.environment.GATEHOUSE_GATEWAY_PORT;
    return `http://127.0.0.1:${port}/_aws/execute-api/${restApiId}/${stageName}${path}`;
  }

  /** The control plane's operations, called in the control process. */
  control<Group extends keyof Control>(group: Group): Remote<Control[Group]> {
    const call =
      (name: string) =>
      (...args: unknown[]) =>
        this.post(`${group}/${name}`, args);
    return new Proxy({}, { get: (_target, name) => call(String(name)) }) as Remote<Control[Group]>;
  }

  async health(): Promise<Health> {
    return (await fetch(`${this.consoleUrl}/api/health`)).json();
  }

  /** Resolves when the database answers and every worker serves the newest revision. */
  healthy(): Promise<Health> {
    const ready = async () => {
      const health = await this.health();
      return health.ok && health.workers.length === Number(this.environment.GATEHOUSE_WORKERS) && health;
    };
    return until(`health, after:\n${this.text}`, ready);
  }

  /** Sends the supervisor a signal; resolves with the exit code. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const gone = this.exited();
    this.child?.kill(signal);
    return gone;
  }

  /** Resolves with the exit code once all of it has ended. */
  exited(): Promise<number | null> {
    return this.closed;
  }

  /** kill -9 of every process at once. */
  async killAll(): Promise<void> {
    const gone = this.exited();
    if (this.child && !this.ended) process.kill(-this.pid, 'SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.killAll();
    // An instance of a function is none of the group, and may write until its host's end has ended it.
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }

  get consoleUrl(): string {
    return `http://127.0.0.1:${this.environment.GATEHOUSE_PORT}`;
  }

  get awsUrl(): string {
    return `http://127.0.0.1:${this.environment.GATEHOUSE_AWS_PORT}`;
  }

  /** The supervisor has ended. */
  get ended(): boolean {
    return this.child?.exitCode !== null || this.child.signalCode !== null;
  }

  private async post(path: string, args: unknown[]): Promise<unknown> {
    const answer = await fetch(`${this.consoleUrl}/${path}`, { method: 'POST', body: JSON.stringify(args) });
    const body: unknown = await answer.json().catch(() => null);
    if (answer.status !== 200)
      throw Object.assign(new Error(JSON.stringify(body)), { status: answer.status });
    return body;
  }
}
