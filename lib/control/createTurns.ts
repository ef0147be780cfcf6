import { overtaken } from './databaseRefusal';

/** Does one piece of work after another, in the order of asking. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * A queue of bounded length: edits that read before they write wait here, and not each with a connection of the
 * database in its hand, where those that would have to wait for one longest were told that the database is gone.
 * @param options.waiting how many may wait; one more is refused at once
 * @param options.patience how long each waits, in ms
 * @throws ControlError ConflictException when it is not to wait, or waited for too long
 */
export function createTurns({ waiting, patience }: { waiting: number; patience: number }): Turns {
  const queue = new Set<() => void>();
  let taken = false;
  const turn = () =>
    new Promise<void>((resolve, reject) => {
      if (queue.size >= waiting) return reject(overtaken());
      const start = () => {
        clearTimeout(timer);
        queue.delete(start);
        resolve();
      };
      const timer = setTimeout(() => {
        queue.delete(start);
        reject(overtaken());
      }, patience);
      queue.add(start);
    });
  return async (work) => {
    if (taken) await turn();
    taken = true;
    try {
      return await work();
    } finally {
      const [next] = queue;
      if (next) next();
      else taken = false;
    }
  };
}
