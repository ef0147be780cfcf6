import type { StageRow } from './findStage';

/** The stage's deployment, and its canary's where it has one that is another. */
export function servedDeployments({
  deploymentId,
  canarySettings,
}: Pick<StageRow, 'deploymentId' | 'canarySettings'>): string[] {
  return [...new Set([deploymentId, canarySettings?.deploymentId ?? deploymentId])];
}
