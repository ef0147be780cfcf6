import { isControlError } from '@/lib/model/ControlError';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import type { Simulation } from './simulation';

/** Paths of the deployment that the chosen stage serves, to complete what is typed. */
export async function pathsOfStage(actor: Actor, { api, stage }: Simulation): Promise<string[]> {
  if (!api || !stage) return [];
  const { stages, deployments } = control();
  try {
    const { deploymentId } = await stages.get(actor, api, stage);
    const methods = await deployments.methods(actor, api, deploymentId);
    return [...new Set(methods.map(({ path }) => path))];
  } catch (error) {
    // An address that names what is gone: the simulation itself says so.
    if (isControlError(error)) return [];
    throw error;
  }
}
