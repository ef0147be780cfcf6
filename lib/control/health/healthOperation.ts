import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { newestRevision } from '../publish/revisionState';

/** A database that hangs is one that does not answer. */
const longestMs = 2_000;

/** Fine when the database answers and every worker serves the newest revision. Never throws. */
export function healthOperation({ ports }: ControlContext, limitMs = longestMs): Control['health'] {
  return async () => {
    const revision = await withinLimit(newestRevision(ports.db), limitMs);
    const workers = ports.workers();
    const current = workers.length > 0 && workers.every((worker) => worker.revision === revision);
    return { ok: current, database: revision !== null, revision: revision ?? 0, workers };
  };
}

function withinLimit(work: Promise<number>, limitMs: number): Promise<number | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs, null);
    const settle = (value: number | null) => {
      clearTimeout(timer);
      resolve(value);
    };
    work.then(settle, () => settle(null));
  });
}
