import type { ControlContext } from '@/lib/control/ControlContext';
import { ingest } from '@/lib/control/ingest/ingest';
import { buildHash } from '../buildHash';
import type { Config } from '../config';
import { type Log, reasonOf } from '../log';
import { masterKey } from '../masterKey';
import { sendToParent, type WorkerReport } from '../messages';
import { unpackUsage } from '../packedUsage';
import { createSecrets } from '../secrets';
import { AuthorizerFlushes } from './AuthorizerFlushes';
import { CacheFlushes } from './CacheFlushes';
import { ConnectionQuestions } from './ConnectionQuestions';
import { LinkHealth } from './LinkHealth';
import { SnapshotKeeper } from './SnapshotKeeper';
import { UsageIntake } from './UsageIntake';
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
  private intake: UsageIntake | null = null;
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

  /** Usage that comes before the database is there is not taken: its worker keeps it. */
  report(workerId: number, report: WorkerReport): void {
    if (report.type === 'usage') this.intake?.take(workerId, unpackUsage(report.batch));
    else if (report.type === 'vpcLinkHealth') this.linkHealth.answered(workerId, report);
    else if (report.type === 'connections') this.connections.answered(workerId, report);
    else if (report.type === 'authorizersFlushed') this.authorizerFlushes.answered(workerId, report);
    else this.fleet.report(workerId, report);
  }

  /** Takes usage, and writes the snapshot anew from the database should a worker not be able to read it. */
  serve(context: ControlContext): void {
    this.intake = new UsageIntake(
      (batch) => ingest(context, batch),
      (workerId, { boot, sequence }) =>
        sendToParent({
          type: 'order',
          workerIds: [workerId],
          order: { type: 'usageWritten', boot, sequence },
        }),
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
    await this.intake?.drain();
    await this.keeper.flush();
  }
}
