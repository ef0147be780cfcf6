import type { ActionFault } from '@/components/ui/useAction';
import { isControlError } from '@/lib/model/ControlError';
import type { PolicyTrial } from '@/lib/model/identity';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { type Simulation, simulationInput } from './simulation';

/** The answer, or how the operation refused; neither while something is not chosen yet. */
export async function runSimulation(
  actor: Actor,
  simulation: Simulation,
): Promise<{ trial?: PolicyTrial; fault?: ActionFault }> {
  const input = simulationInput(simulation);
  if (!input) return {};
  try {
    return { trial: await control().identity.simulate(actor, input) };
  } catch (error) {
    if (!isControlError(error)) throw error;
    return { fault: { code: error.code, message: error.message, fields: error.fields } };
  }
}
