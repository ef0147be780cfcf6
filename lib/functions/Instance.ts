import { type ChildProcess, spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ExecutionClock } from './ExecutionClock';
import { answerTooLarge, cannotStart, type ErrorPayload, exited, timedOut } from './failures';
import type { HostedFunction } from './HostedFunction';
import type { Invocation } from './Invocation';
import { killInstance } from './killInstance';
import type { LaunchPlan } from './launchPlan';
import { MemoryWatch } from './MemoryWatch';
import { OutputLines } from './OutputLines';
import { ProcessorGrace } from './ProcessorGrace';
import { RuntimeApi, reply } from './RuntimeApi';
import { readBounded } from './readBounded';
import { streamedBody } from './streamedBody';

/** AWS's limit for an answer: 6 MB and a little. */
const LARGEST_ANSWER = 6 * 1024 * 1024 + 100;
/** Errors are of that size at most. */
const LARGEST_ERROR = 256 * 1024;
/**
 * Initialization has these seconds, and what takes longer the function's timeout as well: there it begins anew on AWS
 * (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html), here it goes on. Instances are last in
 * line for the processor, so a busy machine needs the time.
 */
const INIT_SECONDS = 10;

export interface InstanceEvents {
  /** waits for an event */
  idle(instance: Instance): void;
  /** is gone with all its processes; `failure` tells why when it never came to wait */
  gone(instance: Instance, failure?: (requestId: string) => ErrorPayload | Buffer): void;
  /** an invocation's log is whole */
  reported(invocation: Invocation): void;
  /** has computed for so long that it is last in line for the processor from now on */
  greedy(): void;
}

type State = 'init' | 'idle' | 'busy' | 'gone';

/** One process (and what it starts) that runs one function version, one event at a time. */
export class Instance {
  state: State = 'init';
  idleSince = 0;
  private readonly api: RuntimeApi;
  private readonly memory: MemoryWatch;
  private readonly processor: ProcessorGrace;
  private readonly clock = new ExecutionClock();
  private child: ChildProcess | null = null;
  private output: OutputLines | null = null;
  private waiting: ServerResponse | null = null;
  private current: Invocation | null = null;
  private timer: NodeJS.Timeout | undefined;
  private initFailure: Buffer | undefined;
  /** why we killed it */
  private killedFor: ((requestId: string) => ErrorPayload) | undefined;
  /** lines before the first event, and between events */
  private early: string[] = [];

  constructor(
    readonly hosted: HostedFunction,
    private readonly plan: LaunchPlan,
    private readonly events: InstanceEvents,
  ) {
    this.api = new RuntimeApi({
      next: (response) => void this.next(response),
      response: (id, request, response) => void this.answered(id, request, response),
      error: (id, request, response) => void this.failed(id, request, response),
      initError: (request, response) => void this.initFailed(request, response),
    });
    this.processor = new ProcessorGrace(plan.lastNiceness, () => events.greedy());
    this.memory = new MemoryWatch(
      hosted.memorySize,
      () => this.killFor((id) => exited(id, 'signal: killed')),
      (pids) => this.processor.look(pids),
    );
  }

  /** Never rejects: what goes wrong is told by `gone`. */
  async start(): Promise<void> {
    try {
      const { command, args, env, cwd } = this.plan.command(await this.api.listen());
      if (this.state === 'gone') return this.api.close();
      const child = spawn(command, args, {
        env: env as NodeJS.ProcessEnv,
        cwd,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      this.child = child;
      this.watch(child);
    } catch (error) {
      this.end(() => cannotStart(error instanceof Error ? error.message : String(error)));
    }
  }

  /** Gives the event to an idle instance. */
  run(invocation: Invocation): void {
    const { timeout } = this.hosted;
    this.state = 'busy';
    this.current = invocation;
    invocation.log.started();
    for (const line of this.earlyLines()) invocation.log.write(line);
    this.clock.begin();
    this.memory.begin();
    this.processor.begin();
    this.timer = setTimeout(() => this.killFor((id) => timedOut(id, timeout)), timeout * 1_000);
    this.waiting?.writeHead(200, this.eventHeaders(invocation)).end(invocation.payload);
    this.waiting = null;
  }

  /** Ends every process of it; an event under way fails with what `failure` says. */
  killFor(failure: (requestId: string) => ErrorPayload): void {
    this.killedFor ??= failure;
    this.kill();
  }

  kill(): void {
    const { child } = this;
    if (this.state === 'gone') return;
    if (child?.pid) killInstance(child.pid, this.plan.marker);
    else this.end(undefined);
  }

  /** It has answered, and is about to ask for its next event. */
  get finishing(): boolean {
    return this.current?.answered === true;
  }

  /** What it wrote before it had an event. */
  earlyLines(): string[] {
    return this.early.splice(0);
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  private watch(child: ChildProcess): void {
    this.memory.watch(child.pid ?? 0);
    const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
    const output = new OutputLines(streams, (line) => this.line(line));
    this.output = output;
    const { timeout } = this.hosted;
    const limit = (INIT_SECONDS + timeout) * 1_000;
    this.timer = setTimeout(() => this.killFor((id) => timedOut(id, timeout)), limit);
    child.once('error', (error) => this.end(() => cannotStart(error.message)));
    // What it left behind holds its pipes open; so its end is its exit, not theirs.
    child.once('exit', (code, signal) => {
      killInstance(child.pid ?? 0, this.plan.marker);
      void output
        .quiet()
        .then(() => this.end((id) => this.killedFor?.(id) ?? this.whyEnded(id, code, signal)));
    });
  }

  private whyEnded(requestId: string, code: number | null, signal: NodeJS.Signals | null): ErrorPayload {
    // What launches an instance ends so when there is nothing to launch.
    const isNoProgram = this.state === 'init' && (code === 126 || code === 127);
    if (isNoProgram)
      return cannotStart(`The program for ${this.hosted.runtime} cannot be run on this machine`);
    return exited(requestId, howEnded(code, signal));
  }

  private line(line: string): void {
    if (this.current) this.current.log.write(line);
    else if (this.early.length < 1_000) this.early.push(line);
  }

  private async next(response: ServerResponse): Promise<void> {
    clearTimeout(this.timer);
    this.waiting = response;
    if (this.state === 'init') this.clock.initialized();
    await this.output?.quiet();
    if (this.state === 'gone') return;
    this.report();
    this.state = 'idle';
    this.idleSince = performance.now();
    this.events.idle(this);
  }

  private async answered(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const invocation = this.invocation(id, response);
    if (!invocation) return;
    const contentType = request.headers['content-type'] ?? 'application/octet-stream';
    const isStreamed = request.headers['lambda-runtime-function-response-mode'] === 'streaming';
    if (isStreamed && invocation.streams) return this.stream(invocation, request, response, contentType);
    const body = await readBounded(request, LARGEST_ANSWER).catch(() => undefined);
    if (body === undefined) return;
    const trailer = request.trailers['lambda-runtime-function-error-body'];
    if (body === null) {
      invocation.fail(answerTooLarge(LARGEST_ANSWER));
      return reply(response, 413, {
        errorType: 'RequestEntityTooLarge',
        errorMessage: 'Exceeded maximum allowed payload size',
      });
    }
    if (trailer !== undefined) invocation.fail(Buffer.from(String(trailer), 'base64'));
    else invocation.succeed(body, contentType);
    reply(response, 202, { status: 'OK' });
  }

  private async stream(
    invocation: Invocation,
    request: IncomingMessage,
    response: ServerResponse,
    contentType: string,
  ): Promise<void> {
    const { body, done } = streamedBody(request);
    const began = await done.first;
    if (began === 'failed') invocation.fail(done.error());
    else invocation.succeed(body, contentType);
    await done.last;
    reply(response, 202, { status: 'OK' });
  }

  private async failed(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const invocation = this.invocation(id, response);
    if (!invocation) return;
    const body = await readBounded(request, LARGEST_ERROR).catch(() => undefined);
    if (body === undefined) return;
    const tooLong = { errorType: 'Runtime.Unknown', errorMessage: 'The error has more than 256 KB' };
    invocation.fail(body ?? tooLong);
    reply(response, 202, { status: 'OK' });
  }

  private async initFailed(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.initFailure = (await readBounded(request, LARGEST_ERROR).catch(() => null)) ?? undefined;
    reply(response, 202, { status: 'OK' });
  }

  /** The event that is under way; the runtime is told when it speaks of another. */
  private invocation(id: string, response: ServerResponse): Invocation | null {
    if (this.current?.requestId === id && !this.current.answered) return this.current;
    reply(response, 400, { errorType: 'InvalidRequestID', errorMessage: 'Invalid request ID' });
    return null;
  }

  private report(status?: string): void {
    const invocation = this.current;
    if (!invocation) return;
    this.current = null;
    const duration = this.clock.end();
    const maxMemory = this.memory.end();
    invocation.log.ended({ duration, initDuration: this.clock.takeInit(), maxMemory, status });
    invocation.report({ duration });
    this.events.reported(invocation);
  }

  private end(failure: ((requestId: string) => ErrorPayload) | undefined): void {
    if (this.state === 'gone') return;
    const wasInit = this.state === 'init';
    this.state = 'gone';
    clearTimeout(this.timer);
    const { current } = this;
    const told = this.initFailure;
    if (current)
      this.failCurrent(current, failure?.(current.requestId) ?? exited(current.requestId, undefined));
    this.api.close();
    this.memory.stop();
    this.plan.remove();
    this.events.gone(this, wasInit ? (id) => told ?? failure?.(id) ?? exited(id, undefined) : undefined);
  }

  private failCurrent(invocation: Invocation, error: ErrorPayload): void {
    const isTimeout = error.errorType === 'Sandbox.Timedout';
    invocation.log.write(
      isTimeout
        ? `${new Date().toISOString()} ${invocation.requestId} Task timed out after ${this.hosted.timeout.toFixed(2)} seconds`
        : error.errorMessage,
    );
    invocation.fail(error);
    this.report(isTimeout ? 'timeout' : 'error');
  }

  private eventHeaders(invocation: Invocation): Record<string, string> {
    return {
      'content-type': 'application/json',
      'Lambda-Runtime-Aws-Request-Id': invocation.requestId,
      'Lambda-Runtime-Deadline-Ms': `${Date.now() + this.hosted.timeout * 1_000}`,
      'Lambda-Runtime-Invoked-Function-Arn': invocation.functionArn,
      'Lambda-Runtime-Trace-Id': invocation.traceId,
      ...(invocation.clientContext !== undefined && {
        'Lambda-Runtime-Client-Context': invocation.clientContext,
      }),
    };
  }
}

function howEnded(code: number | null, signal: NodeJS.Signals | null): string | undefined {
  const byShell = code === null ? undefined : SHELL_SIGNALS[code];
  if (byShell) return `signal: ${byShell}`;
  if (signal) return `signal: ${SIGNALS[signal] ?? signal.slice(3).toLowerCase()}`;
  return code ? `exit status ${code}` : undefined;
}
const SIGNALS: Record<string, string> = {
  SIGKILL: 'killed',
  SIGABRT: 'aborted',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
};

/** The shell that is an instance's first process tells the end of its child so. */
const SHELL_SIGNALS: Record<number, string> = { 134: 'aborted', 137: 'killed', 139: 'segmentation fault' };
