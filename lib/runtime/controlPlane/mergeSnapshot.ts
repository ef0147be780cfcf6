import type { Snapshot } from '@gatehouse/gateway/snapshot';

/**
 * The complete snapshot after a publication: `change` itself when it is complete, else `before` with it.
 * @throws when `change` builds on another revision than `before`
 */
export function mergeSnapshot(before: Snapshot | null, change: Snapshot): Snapshot {
  if (change.basis === null) return change;
  if (before?.revision !== change.basis)
    throw new Error(`A change since revision ${change.basis} cannot follow ${before?.revision ?? 'nothing'}`);
  const used = new Set(change.stages.map((stage) => stage.deploymentId));
  const deployments = byId(before.deployments, change.deployments, (item) => item.deploymentId);
  const apiKeys = byId(before.apiKeys, change.apiKeys, (item) => item.id);
  const removed = new Set(change.removedApiKeyIds);
  return {
    ...change,
    basis: null,
    deployments: deployments.filter((item) => used.has(item.deploymentId)),
    apiKeys: apiKeys.filter((item) => !removed.has(item.id)),
    removedApiKeyIds: [],
  };
}

function byId<Item>(old: Item[], changed: Item[], idOf: (item: Item) => string): Item[] {
  const items = new Map(old.map((item) => [idOf(item), item]));
  for (const item of changed) items.set(idOf(item), item);
  return [...items.values()];
}
