import { isControlError } from '@/lib/model/ControlError';
import type { Change } from '@/lib/model/deployment';
import type { Actor } from '@/lib/model/role';
import type { Deployment } from '@/lib/model/v2/stage';
import { control } from '@/lib/runtime/slot';

export interface ComparedPair {
  from: string;
  to: string;
  /** null when an address names a deployment that is gone */
  changes: Change[] | null;
}

/** Two deployments beside each other: those that are asked for, or what the newest one changed. */
export async function readComparison(
  actor: Actor,
  apiId: string,
  deployments: readonly Deployment[],
  asked: { from?: string; to?: string },
): Promise<ComparedPair> {
  const [newest, second] = deployments;
  const [older = 'current', newer = 'current'] = second
    ? [second.deploymentId, newest?.deploymentId]
    : [newest?.deploymentId];
  const { from = older, to = newer } = asked;
  try {
    return { from, to, changes: await control().apis.deployments.compare(actor, apiId, from, to) };
  } catch (error) {
    if (isControlError(error)) return { from, to, changes: null };
    throw error;
  }
}
