import type { ControlContext, Following } from './ControlContext';
import type { Control } from './control';
import { createTurns } from './createTurns';
import { databaseRefusal } from './databaseRefusal';
import { follow } from './operation';

/**
 * Runs several operations as one: all of them are done or none, each sees what those before it did, and the workers
 * are told once, after the commit. What another write overtook is refused as a whole, as AWS refuses it; edits of
 * one process do not overtake each other but take turns, so that a burst of them is done rather than refused.
 * @throws ControlError ConflictException when something else changed what `work` has read
 */
export function together(
  context: ControlContext,
  createControl: (context: ControlContext) => Control,
): Control['together'] {
  const turn = createTurns({ waiting: 1_000, patience: 30_000 });
  return async (work) => {
    const outer: Following = { publishes: false, following: [] };
    try {
      const result = await turn(() =>
        context.ports.db.transaction(
          (db) => work(createControl({ ...context, ports: { ...context.ports, db }, outer })),
          { isolationLevel: 'serializable' },
        ),
      );
      await follow(context, outer);
      return result;
    } catch (error) {
      throw databaseRefusal(error);
    }
  };
}
