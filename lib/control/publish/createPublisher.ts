import type { Snapshot } from '@gatehouse/gateway/snapshot';
import { ControlError } from '@/lib/model/ControlError';
import type { ControlPorts } from '../ports';
import { addRevision } from './addRevision';
import { readSnapshot } from './readSnapshot';

export interface Publisher {
  /** Resolves when the workers serve everything that was committed before the call. Bursts share one publication. */
  publish(): Promise<void>;
  /** Gives the workers everything anew under a new revision: at start, before the first change. */
  publishAll(): Promise<void>;
  /** For a worker that does not stand at the basis of what it was sent. */
  completeSnapshot(): Promise<Snapshot>;
}

/** One publication at a time, each with the change since the one before. */
export function createPublisher(ports: ControlPorts): Publisher {
  /** Revision that all workers were handed; null: they are handed everything next time. */
  let handed: number | null = null;
  let tail: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;

  const handOver = async () => {
    const snapshot = await readSnapshot(ports, handed);
    if (snapshot.revision === handed) return;
    handed = null;
    await ports.publish(snapshot).catch((error: unknown) => {
      throw notPublished(error);
    });
    handed = snapshot.revision;
  };
  // A run that has not begun to read will read this change too.
  const publish = () => {
    waiting ??= tail = tail
      .catch(() => {})
      .then(() => {
        waiting = null;
        return handOver();
      });
    return waiting;
  };
  const publishAll = async () => {
    await ports.db.transaction((db) =>
      addRevision(db, new Date(ports.now()), { apiKeyIds: [], deploymentIds: [] }),
    );
    handed = null;
    await publish();
  };
  return { publish, publishAll, completeSnapshot: () => readSnapshot(ports, null) };
}

function notPublished(error: unknown): ControlError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ControlError(
    'ServiceUnavailableException',
    `The change is saved, but the gateway has not taken it over yet: ${reason}`,
  );
}
