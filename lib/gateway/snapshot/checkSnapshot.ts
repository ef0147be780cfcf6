import type { z } from 'zod';
import { apiDeploymentSchema } from './apiSchemas';
import type { ApiDeploymentDocument } from './apiTypes';
import { SnapshotRejected } from './SnapshotRejected';
import { deploymentSchema, snapshotSchema } from './snapshotSchema';
import { type DeploymentDocument, SNAPSHOT_FORMAT, type Snapshot } from './types';

/**
 * Takes a document from another process or from disk for a snapshot, or refuses it whole.
 * @throws SnapshotRejected with the first place that is wrong
 */
export function checkSnapshot(document: unknown): asserts document is Snapshot {
  const format = (document as { format?: unknown } | null)?.format;
  if (format !== SNAPSHOT_FORMAT)
    throw new SnapshotRejected('format', `this engine runs format ${SNAPSHOT_FORMAT}, not ${String(format)}`);
  check(snapshotSchema, document);
}

/** The same for a deployment alone. @throws SnapshotRejected */
export function checkDeployment(document: unknown): asserts document is DeploymentDocument {
  check(deploymentSchema, document);
}

/** The same for a deployment of an HTTP or WebSocket API. @throws SnapshotRejected */
export function checkApiDeployment(document: unknown): asserts document is ApiDeploymentDocument {
  check(apiDeploymentSchema, document);
}

function check(schema: z.ZodType, document: unknown): void {
  const result = schema.safeParse(document);
  if (result.success) return;
  const [issue] = result.error.issues;
  throw new SnapshotRejected(placeOf(issue?.path ?? []), issue?.message ?? 'is not valid');
}

/** `deployments[0].resources[3].path` */
function placeOf(path: readonly PropertyKey[]): string {
  let place = '';
  for (const part of path) {
    if (typeof part === 'number') place += `[${part}]`;
    else place += `${place === '' ? '' : '.'}${String(part)}`;
  }
  return place;
}
