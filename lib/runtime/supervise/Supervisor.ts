import { type ChildProcess, fork } from 'node:child_process';
import cluster from 'node:cluster';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CacheOwner } from '@/lib/stores/CacheOwner';
import { CounterOwner } from '@/lib/stores/CounterOwner';
import type { Config } from '../config';
import type { Log } from '../log';
import type { Fatal, FromControl, FromWorker, StartFacts, Stop, ToControl, ToWorker } from '../messages';
import { systemClock } from '../systemClock';
import { ConnectionPost } from './ConnectionPost';
import { KeptProcess } from './KeptProcess';

const SWEEP = 5_000;
/** Kept free of a stop's time for what follows the last call: half for its usage, half for control's end. */
const AFTER_CALLS = 2_000;
/** Control ends in this, however much time there is. */
const CONTROL_STOP = 4_000;
/** A control process that is too busy to say that it is not ready answers no probe either. */
const LONGEST_NOTICE = 1_000;

export interface StartEvents {
  started(facts: StartFacts): void;
  /** the start cannot succeed */
  fatal(message: string): void;
}

/**
 * Forks control, gateway workers, the function host and the sample backend, starts again what dies, relays their messages and owns
 * the machine's counters and cached answers. It does nothing else, so that it never stands in the way of a call.
 */
export class Supervisor {
  private readonly counters: CounterOwner;
  private readonly cache: CacheOwner;
  private readonly control: KeptProcess<FromControl, ToControl>;
  private readonly workers: Map<number, KeptProcess<FromWorker, ToWorker>>;
  private readonly functions: KeptProcess<Fatal, Stop>;
  private readonly sample: KeptProcess<Fatal, Stop> | null;
  private readonly connections = new ConnectionPost((id, message) => this.workers.get(id)?.send(message));
  private readonly listening = new Set<number>();
  private facts: StartFacts | null = null;
  private announced = false;
  private stopping = false;
  private whenNotReady = () => {};

  constructor(
    private readonly config: Config,
    /** folder of the bundled entries */
    private readonly entries: string,
    private readonly events: StartEvents,
    private readonly log: Log,
  ) {
    this.counters = new CounterOwner(systemClock, log);
    this.cache = new CacheOwner(config.cacheBytes, systemClock);
    this.control = this.controlProcess();
    const ids = Array.from({ length: config.workers }, (_, index) => index + 1);
    this.workers = new Map(ids.map((id) => [id, this.workerProcess(id)]));
    this.functions = this.bystander('function host', 'functionHost.js', () => this.functions);
    this.sample =
      config.samplePort === null
        ? null
        : this.bystander('sample backend', 'sampleBackend.js', () => this.sample);
  }

  start(): void {
    // Workers take connections from the kernel themselves: a busy or dead primary then stops nobody.
    cluster.schedulingPolicy = cluster.SCHED_NONE;
    cluster.setupPrimary({ exec: join(this.entries, 'worker.js') });
    setInterval(() => this.counters.sweep(), SWEEP).unref();
    this.control.start();
  }

  /**
   * Readiness first, so that balancers send calls elsewhere; after the delay the workers, while control still takes
   * their last usage; then the rest. Ends within the configured time, whatever a process does.
   */
  async stop(): Promise<void> {
    const { stopTimeoutMs, stopDelayMs } = this.config;
    const end = performance.now() + stopTimeoutMs;
    const left = (reserve = 0) => Math.max(0, end - performance.now() - reserve);
    await this.standDown();
    await setTimeout(stopDelayMs);
    const workers = [...this.workers.values()];
    const order: Stop = { type: 'stop', graceMs: left(AFTER_CALLS) };
    await Promise.all(workers.map((worker) => worker.stop(order, left(AFTER_CALLS / 2))));
    await this.stopRest(Math.min(left(), CONTROL_STOP));
  }

  kill(): void {
    for (const kept of [...this.workers.values(), this.control, this.functions, this.sample]) kept?.kill();
  }

  /** Resolves when the readiness probe is answered 503. */
  private async standDown(): Promise<void> {
    this.stopping = true;
    if (!this.control.runs) return;
    const notReady = new Promise<void>((resolve) => {
      this.whenNotReady = resolve;
    });
    this.tellStop();
    await Promise.race([notReady, setTimeout(LONGEST_NOTICE, undefined, { ref: false })]);
  }

  /** Also to one that is started again during a stop: it must not call itself ready. */
  private tellStop(): void {
    if (this.stopping) this.control.send({ type: 'stopping' });
  }

  private async stopRest(timeout: number): Promise<void> {
    const order: Stop = { type: 'stop', graceMs: timeout / 2 };
    const rest = [this.control, this.functions, this.sample];
    await Promise.all(rest.map((kept) => kept?.stop(order, timeout)));
  }

  private controlProcess(): KeptProcess<FromControl, ToControl> {
    const entry = join(this.entries, 'control.js');
    return new KeptProcess(
      'control',
      // Only the first start makes a one-time link: a later one would end the link that was printed.
      () => fork(entry, this.announced ? [] : ['first']),
      {
        started: () => this.tellStop(),
        message: (message) => this.fromControl(message),
      },
      this.log,
    );
  }

  private workerProcess(id: number): KeptProcess<FromWorker, ToWorker> {
    const ended = () => {
      this.listening.delete(id);
      this.counters.holderGone(`${id}`);
      this.connections.ended(id);
      this.tellLiveWorkers();
    };
    return new KeptProcess(
      `gateway worker ${id}`,
      (): ChildProcess => {
        const forked = cluster.fork();
        this.connections.started(id, forked.id);
        return forked.process;
      },
      {
        started: () => this.tellLiveWorkers(),
        message: (message) => this.fromWorker(id, message),
        ended,
      },
      this.log,
    );
  }

  /** A process that works by itself and says nothing but that it cannot start. */
  private bystander(
    name: string,
    entry: string,
    own: () => KeptProcess<Fatal, Stop> | null,
  ): KeptProcess<Fatal, Stop> {
    return new KeptProcess(
      name,
      () => fork(join(this.entries, entry)),
      { started: () => own()?.up(), message: (message) => this.fatal(message) },
      this.log,
    );
  }

  private fromControl(message: FromControl): void {
    if (message.type === 'locked') this.startDataPlane();
    else if (message.type === 'order') this.order(message);
    else if (message.type === 'quotas') this.counters.restoreQuotas(message.states);
    else if (message.type === 'grantQuota') this.counters.grantQuota(message.granted);
    else if (message.type === 'flushCache') this.flushCache(message);
    else if (message.type === 'controlReady') this.introduceControl();
    else if (message.type === 'started') this.started(message.facts);
    else if (message.type === 'notReady') this.whenNotReady();
    else this.fatal(message);
  }

  private fromWorker(id: number, message: FromWorker): void {
    const worker = this.workers.get(id);
    if (message.type === 'takeTokens' || message.type === 'takeQuota')
      this.counters.ask(`${id}`, message, (reply) => worker?.send(reply));
    else if (message.type === 'cacheGet' || message.type === 'cachePut')
      worker?.send(this.cache.ask(message));
    else if (message.type === 'askConnection' || message.type === 'connectionAnswer')
      this.connections.carry(id, message);
    else if (message.type === 'listening') this.workerListens(id);
    else if (message.type === 'fatal') this.fatal(message);
    else this.control.send({ type: 'report', workerId: id, report: message });
  }

  /** Before all is up nothing can be repaired by trying again; later the process is started again like any other. */
  private fatal({ message }: Fatal): void {
    if (this.announced) this.log.error('A process could not start', { reason: message });
    else this.events.fatal(message);
  }

  /** Once the data directory is ours: a second start must not touch what the first one runs. */
  private startDataPlane(): void {
    this.tellLiveWorkers();
    this.functions.start();
    this.sample?.start();
    for (const worker of this.workers.values()) worker.start();
  }

  private introduceControl(): void {
    this.tellLiveWorkers();
    for (const worker of this.workers.values()) worker.send({ type: 'controlReady' });
  }

  private order({ workerIds, order }: Extract<FromControl, { type: 'order' }>): void {
    for (const id of workerIds) this.workers.get(id)?.send(order);
  }

  /** There is one copy of what is cached, so that its end here is its end for every worker. */
  private flushCache({ sequence, stage }: Extract<FromControl, { type: 'flushCache' }>): void {
    this.cache.flush(stage);
    this.control.send({ type: 'cacheFlushed', sequence });
  }

  private tellLiveWorkers(): void {
    const live = [...this.workers].filter(([, worker]) => worker.runs);
    this.control.send({ type: 'workers', workerIds: live.map(([id]) => id) });
  }

  private workerListens(id: number): void {
    this.listening.add(id);
    this.workers.get(id)?.up();
    this.announce();
  }

  private started(facts: StartFacts): void {
    this.control.up();
    this.facts = facts;
    this.announce();
  }

  private announce(): void {
    if (this.announced || !this.facts || this.listening.size < this.workers.size) return;
    this.announced = true;
    this.events.started(this.facts);
  }
}
