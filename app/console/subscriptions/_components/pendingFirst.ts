import type { Subscription } from '@/lib/model/portal';

/** What waits for a decision comes first; the order is kept otherwise. */
export const pendingFirst = (subscriptions: readonly Subscription[]): Subscription[] =>
  [...subscriptions].sort((a, b) => Number(b.state === 'PENDING') - Number(a.state === 'PENDING'));

/** How many there are of each state. */
export function countStates(subscriptions: readonly Subscription[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { state } of subscriptions) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}
