import type { Snapshot } from '@gatehouse/gateway/snapshot';
import type { StoredApiKeys } from '@/lib/control/ports';
import type { StoredSnapshot } from '../snapshotFile';

/**
 * The complete snapshot after a publication: `change` itself when it is complete, else `before` with it. Stored
 * keys stay as they are: what changed of them since they were stored gathers in the snapshot.
 * @throws when `change` builds on another revision than `before`
 */
export function mergeSnapshot(
  before: StoredSnapshot | null,
  change: Snapshot,
  stored: StoredApiKeys | null = null,
): StoredSnapshot {
  if (change.basis === null) return { ...change, stored };
  if (before?.revision !== change.basis)
    throw new Error(`A change since revision ${change.basis} cannot follow ${before?.revision ?? 'nothing'}`);
  const used = new Set(
    change.stages.flatMap(({ deploymentId, canary }) => [deploymentId, canary?.deploymentId]),
  );
  const deployments = byId(before.deployments, change.deployments, (item) => item.deploymentId);
  const apiDeployments = mergeApiDeployments(before, change);
  const apiKeys = byId(before.apiKeys, change.apiKeys, (item) => item.id);
  const removed = new Set(change.removedApiKeyIds);
  return {
    ...change,
    basis: null,
    deployments: deployments.filter((item) => used.has(item.deploymentId)),
    ...(apiDeployments.length > 0 && { apiDeployments }),
    apiKeys: apiKeys.filter((item) => !removed.has(item.id)),
    removedApiKeyIds: before.stored ? removedOf(before, change) : [],
    stored: before.stored,
  };
}

/** Those of HTTP and WebSocket APIs that a stage serves. */
function mergeApiDeployments(before: Snapshot, change: Snapshot) {
  const used = new Set(change.apiStages?.map(({ deploymentId }) => deploymentId));
  return byId(before.apiDeployments ?? [], change.apiDeployments ?? [], (item) => item.deploymentId).filter(
    (item) => used.has(item.deploymentId),
  );
}

/** Keys among the stored ones that are gone. */
function removedOf(before: Snapshot, change: Snapshot): string[] {
  const removed = new Set([...before.removedApiKeyIds, ...change.removedApiKeyIds]);
  for (const { id } of change.apiKeys) removed.delete(id);
  return [...removed];
}

function byId<Item>(old: Item[], changed: Item[], idOf: (item: Item) => string): Item[] {
  const items = new Map(old.map((item) => [idOf(item), item]));
  for (const item of changed) items.set(idOf(item), item);
  return [...items.values()];
}
