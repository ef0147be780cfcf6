import { ControlError } from '@/lib/model/ControlError';

const windowMs = 60_000;
/** Above this many names the oldest are forgotten: made-up accounts must not fill the memory. */
const mostNames = 20_000;

export interface TryLimit {
  /**
   * Counts one try now, before the slow comparison, so that parallel tries count too.
   * @returns gives the try back: for a success, which is no guess
   * @throws TooManyRequestsException
   */
  take(name: string): () => void;
}

/**
 * At most `most` failed tries of a name in any 60 seconds. In memory of this process: a restart forgets, which
 * costs an attacker more than it gives. `monotonic` in ms: a jump of the wall clock frees nobody (F9).
 */
export function tryLimit(most: number, monotonic: () => number): TryLimit {
  const triesByName = new Map<string, { at: number }[]>();
  return {
    take(name) {
      const now = monotonic();
      const tries = (triesByName.get(name) ?? []).filter((each) => each.at > now - windowMs);
      if (tries.length >= most) throw tooMany((tries[0]?.at ?? now) + windowMs - now);
      const attempt = { at: now };
      // Deleted first so that the map stays in the order of the last try.
      triesByName.delete(name);
      triesByName.set(name, [...tries, attempt]);
      const oldest = triesByName.size > mostNames ? triesByName.keys().next().value : undefined;
      if (oldest !== undefined) triesByName.delete(oldest);
      return () => {
        const rest = triesByName.get(name)?.filter((each) => each !== attempt);
        if (rest) triesByName.set(name, rest);
      };
    },
  };
}

function tooMany(waitMs: number): ControlError {
  const seconds = Math.ceil(waitMs / 1000);
  return new ControlError('TooManyRequestsException', `Too many tries. Try again in ${seconds} s.`);
}
