import { cannotStart, type ErrorPayload } from './failures';
import type { HostedFunction } from './HostedFunction';
import { Instance } from './Instance';
import type { Invocation } from './Invocation';
import type { LaunchPlan } from './launchPlan';

export interface PoolPorts {
  /** unpacks the code unless it is there. @throws Error when it cannot be had */
  plan(hosted: HostedFunction, isGreedy: boolean): Promise<LaunchPlan>;
  /** an instance more is about to be */
  makeRoom(): void;
  reported(invocation: Invocation): void;
}

/** How long a call waits for an instance that has answered its last one, ms. */
const NEARLY = 50;

type Failure = (requestId: string) => ErrorPayload | Buffer;

/** The instances of one function version with one configuration: warm ones first, new ones as calls need them. */
export class VersionPool {
  private readonly instances = new Set<Instance>();
  private readonly waiting: Invocation[] = [];
  /** instances whose code is being unpacked */
  private planned = 0;
  private retired = false;
  /** an instance of it has computed for long: what spins would else have a grace with every start */
  private isGreedy = false;
  /** instances at once */
  private most = Number.POSITIVE_INFINITY;

  constructor(
    readonly hosted: HostedFunction,
    private readonly ports: PoolPorts,
  ) {}

  get size(): number {
    return this.instances.size + this.planned;
  }

  /** @param reservedConcurrency of the function by now: calls wait for an instance rather than have one more than that */
  submit(invocation: Invocation, reservedConcurrency: number | null): void {
    this.most = reservedConcurrency ?? Number.POSITIVE_INFINITY;
    const newest = this.idle().sort((a, b) => b.idleSince - a.idleSince)[0];
    if (newest) newest.run(invocation);
    else {
      this.waiting.push(invocation);
      // Calls that follow each other closely have one instance, not two.
      const isNearlyFree = [...this.instances].some(({ finishing }) => finishing);
      if (isNearlyFree) setTimeout(() => this.startMissing(), NEARLY);
      else this.startMissing();
    }
  }

  idle(): Instance[] {
    return [...this.instances].filter(({ state }) => state === 'idle');
  }

  /** No call comes any more: what is idle ends now, what is under way ends first. */
  retire(): void {
    this.retired = true;
    for (const instance of this.idle()) instance.kill();
  }

  /** Ends all at once. */
  kill(): void {
    this.retired = true;
    for (const instance of this.instances) instance.kill();
  }

  private startMissing(): void {
    const starting = [...this.instances].filter(({ state }) => state === 'init').length + this.planned;
    for (let count = starting; count < this.waiting.length && this.size < this.most; count += 1)
      void this.startOne();
  }

  private async startOne(): Promise<void> {
    this.ports.makeRoom();
    this.planned += 1;
    const plan = await this.ports.plan(this.hosted, this.isGreedy).catch((error: Error) => error);
    this.planned -= 1;
    if (plan instanceof Error) return this.failNext(() => cannotStart(plan.message), []);
    const instance = new Instance(this.hosted, plan, {
      idle: (one) => this.idled(one),
      gone: (one, failure) => this.gone(one, failure),
      reported: (invocation) => this.ports.reported(invocation),
      greedy: () => {
        this.isGreedy = true;
      },
    });
    this.instances.add(instance);
    await instance.start();
  }

  private idled(instance: Instance): void {
    const next = this.waiting.shift();
    if (next) instance.run(next);
    else if (this.retired) instance.kill();
  }

  private gone(instance: Instance, failure: Failure | undefined): void {
    this.instances.delete(instance);
    if (failure) this.failNext(failure, instance.earlyLines());
    this.startMissing();
  }

  /** A start that failed is the failure of one call. */
  private failNext(failure: Failure, lines: string[]): void {
    const invocation = this.waiting.shift();
    if (!invocation) return;
    invocation.log.started();
    for (const line of lines) invocation.log.write(line);
    invocation.fail(failure(invocation.requestId));
    invocation.log.ended({ duration: 0, maxMemory: 0, status: 'error' });
    invocation.report({ duration: 0 });
    this.ports.reported(invocation);
  }
}
