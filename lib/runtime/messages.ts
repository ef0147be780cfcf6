/** What the processes say to each other. Plain JSON over the channels that fork opens; the supervisor relays. */
import type { TargetHealth } from '@gatehouse/gateway';
import type { ConnectionAnswer, ConnectionQuestion } from '@gatehouse/gateway/ports';
import type { Snapshot } from '@gatehouse/gateway/snapshot';
import type { RevisionState } from '@/lib/control/publish/revisionState';
import type { AccessLogBatch } from '@/lib/model/accessLog';
import type { CacheAsk, CacheReply } from '@/lib/stores/cacheMessages';
import type { CounterAsk, CounterReply } from '@/lib/stores/counterMessages';
import type { QuotaGranted, RestoredQuota } from '@/lib/stores/QuotaLedger';
import type { ConnectionMessage, ConnectionRelay } from './dataPlane/connectionMessages';
import type { PackedUsage } from './packedUsage';

/** Gateway worker to control. */
export type WorkerReport =
  /** what it serves, from disk or since it runs */
  | ({ type: 'hello'; pid: number } & RevisionState)
  | { type: 'applied'; revision: number }
  /** `unreadable`: the file is at fault and not what it should hold */
  | { type: 'refused'; revision: number; basis: number | null; reason: string; unreadable: boolean }
  | { type: 'usage'; batch: PackedUsage }
  | { type: 'accessLogs'; batch: AccessLogBatch }
  /** empty: the worker does not know the link */
  | { type: 'vpcLinkHealth'; question: number; targets: TargetHealth[] }
  /** of its own connections */
  | { type: 'connections'; question: number; answer: ConnectionAnswer }
  /** nothing that was said before the order grants a call any more */
  | { type: 'authorizersFlushed'; flush: number };

/** Control to gateway workers. */
export type WorkerOrder =
  /** a change */
  | { type: 'snapshot'; snapshot: Snapshot }
  /** a complete one, however large: the file of that name in the data directory */
  | ({ type: 'snapshotFile'; name: string } & RevisionState)
  /** of usage or access logs: `boot` tells which */
  | { type: 'batchWritten'; boot: string; sequence: number }
  /** answered by a report of that type */
  | { type: 'vpcLinkHealth'; question: number; vpcLinkId: string }
  /** answered by a report of that type */
  | { type: 'connections'; question: number; asked: ConnectionQuestion }
  /** answered by authorizersFlushed; `stage`: `apiId/stage` */
  | { type: 'flushAuthorizers'; flush: number; stage: string };

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

export type FromWorker =
  | WorkerReport
  | CounterAsk
  | CacheAsk
  | ConnectionMessage
  | Fatal
  | { type: 'listening' };
/** `controlReady`: say hello, and send again what was not acknowledged. */
export type ToWorker =
  | WorkerOrder
  | CounterReply
  | CacheReply
  | ConnectionRelay
  | { type: 'controlReady' }
  | Stop;

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
  | { type: 'grantQuota'; granted: QuotaGranted }
  | { type: 'order'; workerIds: number[]; order: WorkerOrder }
  /** `stage`: `apiId/stage` */
  | { type: 'flushCache'; sequence: number; stage: string }
  /** takes reports from now on */
  | { type: 'controlReady' }
  | { type: 'started'; facts: StartFacts }
  /** readiness says no from now on */
  | { type: 'notReady' };
export type ToControl =
  | { type: 'report'; workerId: number; report: WorkerReport }
  /** ids of the workers that run; sent whenever that changes */
  | { type: 'workers'; workerIds: number[] }
  | { type: 'cacheFlushed'; sequence: number }
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
