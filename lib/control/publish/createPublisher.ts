import { ControlError } from '@/lib/model/ControlError';
import type { ControlPorts } from '../ports';
import { addRevision } from './addRevision';
import { PAGE, readComplete } from './readComplete';
import { readSnapshot } from './readSnapshot';
import { isKnown, pruneRevisions, type RevisionState } from './revisionState';

export interface Publisher {
  /** Resolves when the workers serve everything that was committed before the call. Bursts share one publication. */
  publish(): Promise<void>;
  /**
   * Publishes under a new revision, before the first change: what differs from the state that the workers have on
   * disk, or everything when they have none or this database does not know it.
   */
  publishAll(onDisk?: RevisionState | null): Promise<void>;
}

/** One publication at a time, each with the change since the one before. */
export function createPublisher(ports: ControlPorts, page = PAGE): Publisher {
  /** What all workers were handed; null: they are handed everything next time. */
  let handed: RevisionState | null = null;
  let tail: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;

  const read = async (basis: RevisionState | null) => {
    if (basis && (await isKnown(ports.db, basis)))
      return { snapshot: await readSnapshot(ports, basis.revision), stored: null };
    return readComplete(ports, page);
  };
  const handOver = async () => {
    const { snapshot, stored } = await read(handed);
    const { revision, revisedAt } = snapshot;
    if (revision === handed?.revision) return;
    handed = null;
    await ports.publish(snapshot, stored).catch((error: unknown) => {
      throw notPublished(error);
    });
    handed = { revision, revisedAt };
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
  const publishAll = async (onDisk: RevisionState | null = null) => {
    const now = ports.now();
    await ports.db.transaction((db) => addRevision(db, new Date(now), { apiKeyIds: [], deploymentIds: [] }));
    tail = tail
      .catch(() => {})
      .then(() => {
        handed = onDisk;
        return handOver();
      });
    await tail;
    await pruneRevisions(ports.db, now);
  };
  return { publish, publishAll };
}

function notPublished(error: unknown): ControlError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ControlError(
    'ServiceUnavailableException',
    `The change is saved, but the gateway has not taken it over yet: ${reason}`,
  );
}
