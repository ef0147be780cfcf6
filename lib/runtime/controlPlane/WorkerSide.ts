import type { ControlContext } from '@/lib/control/ControlContext';
import { ingest } from '@/lib/control/ingest/ingest';
import type { Config } from '../config';
import type { Log } from '../log';
import { sendToParent, type WorkerReport } from '../messages';
import { SnapshotKeeper } from './SnapshotKeeper';
import { UsageIntake } from './UsageIntake';
import { WorkerFleet } from './WorkerFleet';

/** What of the control process lives before and beside the database: the gateway's workers. */
export class WorkerSide {
  private readonly keeper: SnapshotKeeper;
  readonly fleet: WorkerFleet;
  private intake: UsageIntake | null = null;

  constructor(
    config: Config,
    private readonly log: Log,
  ) {
    this.keeper = new SnapshotKeeper(config.dataDir, log);
    this.fleet = new WorkerFleet(
      (workerIds, order) => sendToParent({ type: 'order', workerIds, order }),
      (snapshot) => this.keeper.keep(snapshot),
    );
  }

  /** Usage that comes before the database is there is not taken: its worker keeps it. */
  report(workerId: number, report: WorkerReport): void {
    if (report.type === 'usage') this.intake?.take(workerId, report.batch);
    else this.fleet.report(workerId, report);
  }

  takeUsage(context: ControlContext): void {
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
  }

  async finish(): Promise<void> {
    await this.intake?.drain();
    await this.keeper.flush();
  }
}
