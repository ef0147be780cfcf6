/** What the processes say to each other. Plain JSON over the channels that fork opens; the supervisor relays. */
import type { Snapshot } from '@gatehouse/gateway/snapshot';
import type { UsageBatch } from '@/lib/model/usageBatch';
import type { CounterAsk, CounterReply } from '@/lib/stores/counterMessages';
import type { RestoredQuota } from '@/lib/stores/QuotaLedger';

/** Gateway worker to control. */
export type WorkerReport =
  | { type: 'hello'; pid: number; revision: number }
  | { type: 'applied'; revision: number }
  | { type: 'refused'; revision: number; basis: number | null; reason: string }
  | { type: 'usage'; batch: UsageBatch };

/** Control to gateway workers. */
export type WorkerOrder =
  | { type: 'snapshot'; snapshot: Snapshot }
  | { type: 'usageWritten'; boot: string; sequence: number };

/** The supervisor to a child: let what is under way end, for so long at most, and end. */
export interface Stop {
  type: 'stop';
  graceMs: number;
}

/** Any child to the supervisor: the start cannot succeed, and why. */
export interface Fatal {
  type: 'fatal';
  message: string;
}

export type FromWorker = WorkerReport | CounterAsk | Fatal | { type: 'listening' };
/** `controlReady`: say hello, and send again what was not acknowledged. */
export type ToWorker = WorkerOrder | CounterReply | { type: 'controlReady' } | Stop;

/** What the start's last lines tell. */
export interface StartFacts {
  /** only while no administrator exists */
  setupUrl?: string;
  /** answers a pet */
  sampleUrl?: string;
}

export type FromControl =
  | Fatal
  /** the data directory is ours */
  | { type: 'locked' }
  | { type: 'quotas'; states: RestoredQuota[] }
  /** `workerIds` null: all */
  | { type: 'order'; workerIds: number[] | null; order: WorkerOrder }
  /** takes reports from now on */
  | { type: 'controlReady' }
  | { type: 'started'; facts: StartFacts }
  /** readiness says no from now on */
  | { type: 'notReady' };
export type ToControl =
  | { type: 'report'; workerId: number; report: WorkerReport }
  /** ids of the workers that run; sent whenever that changes */
  | { type: 'workers'; workerIds: number[] }
  /** a stop has begun: nobody shall send further calls here */
  | { type: 'stopping' }
  | Stop;

/** Sends to the parent process; when that is gone there is nobody to tell, and the child is about to end. */
export function sendToParent(message: FromWorker | FromControl): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}

/** Tells the supervisor why this process cannot start, and ends it. */
export function endWith(reason: string): void {
  const end = () => process.exit(1);
  const fatal: Fatal = { type: 'fatal', message: reason };
  if (process.connected) process.send?.(fatal, undefined, undefined, end);
  else end();
}
