import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CodeStore } from './CodeStore';
import { ConcurrencyLimits } from './ConcurrencyLimits';
import { canConfine } from './canConfine';
import { FunctionTable } from './FunctionTable';
import { notFound, notPermitted } from './failures';
import type { HostedFunction, InvocationLines } from './HostedFunction';
import { Invocation } from './Invocation';
import { InvocationLog } from './InvocationLog';
import { killMarked } from './killInstance';
import { launchPlan } from './launchPlan';
import { VersionPool } from './VersionPool';

export interface FunctionHostOptions {
  /** zips, unpacked code and instances' temporary folders go below */
  folder: string;
  /** what functions must not see: the data directory */
  hidden: string;
  /** of lib/functions/runtimes */
  runtimes: string;
  /** calls and instances at once, of all functions */
  concurrency: number;
  /** how long an instance waits for its next event, ms */
  idleTime: number;
  /** how often that is looked at, ms */
  sweep?: number;
  /** of instances: 19 leaves the processor to the gateway whenever it wants it */
  niceness: number;
  /** false: also where the machine could */
  confined?: boolean;
  onLines(lines: InvocationLines): void;
}

export interface HostCall {
  /** as the caller names the function */
  name: string;
  qualifier?: string | undefined;
  payload: Buffer;
  streams: boolean;
  requestId?: string;
  traceId?: string | undefined;
  /** JSON, ASCII */
  clientContext?: string | undefined;
}

const SWEEP = 15_000;

/** Runs functions: finds the version that a call names, an instance for it, and keeps instances warm. */
export class FunctionHost {
  private readonly code: CodeStore;
  private readonly limits: ConcurrencyLimits;
  private readonly pools = new Map<string, VersionPool>();
  private readonly retired = new Set<VersionPool>();
  private table = new FunctionTable([]);
  /** instances have namespaces of their own */
  readonly confined: boolean;
  private readonly sweeper: NodeJS.Timeout;

  constructor(private readonly options: FunctionHostOptions) {
    this.code = new CodeStore(options.folder);
    this.limits = new ConcurrencyLimits(options.concurrency);
    this.removeLeftovers();
    rmSync(this.instancesFolder, { recursive: true, force: true });
    mkdirSync(this.instancesFolder, { recursive: true, mode: 0o700 });
    this.confined = options.confined ?? canConfine(options, this.instancesFolder);
    this.sweeper = setInterval(() => this.sweep(), options.sweep ?? SWEEP).unref();
  }

  /** What there is to run, whole. Instances of what has changed end after what they do. */
  publish(functions: readonly HostedFunction[]): void {
    this.table = new FunctionTable(functions);
    const wanted = new Set(functions.map(identity));
    for (const [key, pool] of this.pools)
      if (!wanted.has(key)) {
        this.pools.delete(key);
        this.retired.add(pool);
        pool.retire();
      }
    this.code.keep(
      [...functions, ...this.livePools().map(({ hosted }) => hosted)].map(({ codeSha256 }) => codeSha256),
    );
  }

  storeCode(sha256: string, zip: Uint8Array): Promise<void> {
    return this.code.put(sha256, zip);
  }

  /**
   * The version a call names.
   * @param sourceArn of the API that calls; absent: the policy is not asked
   * @throws InvokeRefusal 403, 404
   */
  find(name: string, qualifier?: string, sourceArn?: string): HostedFunction {
    const found = this.table.find(name, qualifier);
    if (!found) throw notFound(qualifier === undefined ? name : `${name}:${qualifier}`);
    if (sourceArn !== undefined && found.mayInvoke?.(sourceArn) === false) throw notPermitted(name);
    return found.hosted;
  }

  /** Starts one invocation. @throws InvokeRefusal 404, 429 */
  invoke(call: HostCall): Invocation {
    const hosted = this.find(call.name, call.qualifier);
    this.limits.enter(hosted);
    const requestId = call.requestId ?? randomUUID();
    const invocation = new Invocation(
      requestId,
      call.name.startsWith('arn:') ? call.name : hosted.functionArn,
      call.payload,
      call.streams,
      new InvocationLog(hosted, requestId),
      call.traceId ?? newTraceId(),
      call.clientContext,
    );
    // A whole answer is the end for its caller, whose next call must find room.
    const over = call.streams ? invocation.reported : invocation.answer;
    void over.then(() => this.limits.leave(hosted));
    this.poolOf(hosted).submit(invocation, hosted.reservedConcurrency);
    return invocation;
  }

  close(): void {
    clearInterval(this.sweeper);
    for (const pool of [...this.pools.values(), ...this.retired]) pool.kill();
    rmSync(this.instancesFolder, { recursive: true, force: true });
  }

  /** A host that was killed could not end its instances; their folders have the names that their log streams end with. */
  private removeLeftovers(): void {
    if (!existsSync(this.instancesFolder)) return;
    for (const name of readdirSync(this.instancesFolder)) killMarked(name);
  }

  private get instancesFolder(): string {
    return join(this.options.folder, 'instances');
  }

  private poolOf(hosted: HostedFunction): VersionPool {
    const key = identity(hosted);
    const before = this.pools.get(key);
    if (before) return before;
    const pool = new VersionPool(hosted, {
      plan: async (version, isGreedy) =>
        launchPlan(version, await this.code.folder(version.codeSha256), {
          runtimes: this.options.runtimes,
          instances: this.instancesFolder,
          niceness: this.options.niceness,
          isGreedy,
          hidden: this.options.hidden,
          confined: this.confined,
        }),
      makeRoom: () => this.makeRoom(),
      reported: (invocation) => this.options.onLines(invocation.log.whole()),
    });
    this.pools.set(key, pool);
    return pool;
  }

  private livePools(): VersionPool[] {
    for (const pool of this.retired) if (pool.size === 0) this.retired.delete(pool);
    return [...this.pools.values(), ...this.retired];
  }

  /** Calls that run are bounded elsewhere; what only waits gives way to them. */
  private makeRoom(): void {
    const pools = this.livePools();
    const size = pools.reduce((sum, pool) => sum + pool.size, 0);
    if (size < this.options.concurrency) return;
    const oldest = pools.flatMap((pool) => pool.idle()).sort((a, b) => a.idleSince - b.idleSince)[0];
    oldest?.kill();
  }

  private sweep(): void {
    const since = performance.now() - this.options.idleTime;
    for (const instance of this.livePools().flatMap((pool) => pool.idle()))
      if (instance.idleSince < since) instance.kill();
  }
}

/** Instances are shared by calls whose code and configuration are the same; whose they are is no part of it. */
function identity(hosted: HostedFunction): string {
  const { aliases: _aliases, reservedConcurrency: _reserved, permissions: _permissions, ...rest } = hosted;
  return JSON.stringify(rest);
}

function newTraceId(): string {
  const time = Math.floor(Date.now() / 1_000).toString(16);
  return `Root=1-${time}-${randomBytes(12).toString('hex')};Parent=${randomBytes(8).toString('hex')};Sampled=0`;
}
