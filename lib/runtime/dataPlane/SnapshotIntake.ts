import type { Gateway } from '@gatehouse/gateway';
import type { Snapshot } from '@gatehouse/gateway/snapshot';
import { type Log, reasonOf } from '../log';
import type { WorkerReport } from '../messages';

/** Gives snapshots to the engine and tells control what became of each. */
export class SnapshotIntake {
  constructor(
    private readonly gateway: Gateway,
    private readonly report: (report: WorkerReport) => void,
    private readonly log: Log,
  ) {}

  /** Always answers, also when the engine stands there already: control waits for the answer. */
  apply(snapshot: Snapshot): void {
    try {
      this.report({ type: 'applied', revision: this.gateway.apply(snapshot) });
    } catch (error) {
      const { revision, basis } = snapshot;
      const reason = reasonOf(error);
      this.log.error('A snapshot was refused; what served before goes on', { revision, basis, reason });
      this.report({ type: 'refused', revision, basis, reason });
    }
  }
}
