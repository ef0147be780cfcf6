/** Why a snapshot or deployment is not run. What served before goes on serving. */
export class SnapshotRejected extends Error {
  readonly code = 'SnapshotRejected';

  constructor(
    /** where in the document, e.g. `deployments[0].resources[3].resourceMethods.GET` */
    readonly path: string,
    readonly reason: string,
    /** true when a complete snapshot (basis null) would put it right */
    readonly needsComplete = false,
  ) {
    super(path === '' ? reason : `${path}: ${reason}`);
    this.name = 'SnapshotRejected';
  }
}

/** Runs what compiles one part of a document. @throws SnapshotRejected with the part's place */
export function rejecting<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SnapshotRejected) throw error;
    throw new SnapshotRejected(place, error instanceof Error ? error.message : String(error));
  }
}
