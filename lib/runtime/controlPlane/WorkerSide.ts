import type { ControlContext } from '@/lib/control/ControlContext';
import { ingest } from '@/lib/control/ingest/ingest';
import { ingestAccessLogs } from '@/lib/control/logs/ingestAccessLogs';
import type { AccessLogBatch } from '@/lib/model/accessLog';
import type { UsageBatch } from '@/lib/model/usageBatch';
import { buildHash } from '../buildHash';
import type { Config } from '../config';
import { type Log, reasonOf } from '../log';
import { masterKey } from '../masterKey';
import { sendToParent, type WorkerReport } from '../messages';
import { unpackUsage } from '../packedUsage';
import { createSecrets } from '../secrets';
import { AuthorizerFlushes } from './AuthorizerFlushes';
import { BatchIntake, type BatchName } from './BatchIntake';
import { CacheFlushes } from './CacheFlushes';
import { ConnectionQuestions } from './ConnectionQuestions';
import { LinkHealth } from './LinkHealth';
import { SnapshotKeeper } from './SnapshotKeeper';
import { WorkerFleet } from './WorkerFleet';

/** A disk that keeps nothing must not make the database be read for ever. */
const REPAIR_PAUSE = 60_000;

/** What of the control process lives before and beside the database: the gateway's workers. */
export class WorkerSide {
  readonly keeper: SnapshotKeeper;
  readonly fleet: WorkerFleet;
  readonly cacheFlushes = new CacheFlushes((flush) => sendToParent({ type: 'flushCache', ...flush }));
  readonly linkHealth = new LinkHealth(
    () => this.fleet.workers().map(({ id }) => id),
    (workerIds, order) => sendToParent({ type: 'order', workerIds, order }),
  );
  readonly connections = new ConnectionQuestions(
    () => this.fleet.workers().map(({ id }) => id),
    (workerIds, order) => sendToParent({ type: 'order', workerIds, order }),
  );
  readonly authorizerFlushes = new AuthorizerFlushes(
    () => this.fleet.workers().map(({ id }) => id),
    (workerIds, order) => sendToParent({ type: 'order', workerIds, order }),
  );
  private usage: BatchIntake<UsageBatch> | null = null;
  private accessLogs: BatchIntake<AccessLogBatch> | null = null;
  private repair = () => {};

  constructor(
    config: Config,
    private readonly log: Log,
  ) {
    this.keeper = new SnapshotKeeper(config.dataDir, log, buildHash(), createSecrets(masterKey(config)));
    this.fleet = new WorkerFleet(
      (workerIds, order) => sendToParent({ type: 'order', workerIds, order }),
      this.keeper,
      () => this.repair(),
      log,
    );
  }

  /** Usage, and logs, that come before the database is there are not taken: their worker keeps them. */
  report(workerId: number, report: WorkerReport): void {
    if (report.type === 'usage') this.usage?.take(workerId, unpackUsage(report.batch));
    else if (report.type === 'accessLogs') this.accessLogs?.take(workerId, report.batch);
    else if (report.type === 'vpcLinkHealth') this.linkHealth.answered(workerId, report);
    else if (report.type === 'connections') this.connections.answered(workerId, report);
    else if (report.type === 'authorizersFlushed') this.authorizerFlushes.answered(workerId, report);
    else this.fleet.report(workerId, report);
  }

  /** Takes usage and access logs, and writes the snapshot anew from the database should a worker not be able to read it. */
  serve(context: ControlContext): void {
    const acknowledge = (workerId: number, { boot, sequence }: BatchName) =>
      sendToParent({
        type: 'order',
        workerIds: [workerId],
        order: { type: 'batchWritten', boot, sequence },
      });
    this.usage = new BatchIntake('Usage', (batch) => ingest(context, batch), acknowledge, this.log);
    this.accessLogs = new BatchIntake(
      'A log of stages',
      (batch) => ingestAccessLogs(context, batch),
      acknowledge,
      this.log,
    );
    let repairedAt = Number.NEGATIVE_INFINITY;
    this.repair = () => {
      if (performance.now() - repairedAt < REPAIR_PAUSE) return;
      repairedAt = performance.now();
      context.publisher
        .publishAll()
        .catch((error: unknown) =>
          this.log.error('The snapshot could not be repaired', { reason: reasonOf(error) }),
        );
    };
  }

  async finish(): Promise<void> {
    await this.usage?.drain();
    await this.accessLogs?.drain();
    await this.keeper.flush();
  }
}
