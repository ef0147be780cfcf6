import type { TargetHealth } from '@/lib/model/vpcLink';

/** A target's state in a word, and the tone of its badge. */
export const healthWords = {
  healthy: { tone: 'success', word: 'Healthy' },
  unhealthy: { tone: 'danger', word: 'Unhealthy' },
  unknown: { tone: 'neutral', word: 'Not checked yet' },
} as const satisfies Record<TargetHealth['state'], { tone: string; word: string }>;

/** `2 of 3 healthy`; without a check, or before the first one, nothing is known. */
export function healthSummary(targets: readonly string[], health: readonly TargetHealth[]) {
  const known = health.filter(({ target, state }) => state !== 'unknown' && targets.includes(target));
  const well = known.filter(({ state }) => state === 'healthy').length;
  if (known.length === 0) return healthWords.unknown;
  const word = `${well} of ${targets.length} healthy`;
  if (well === targets.length) return { tone: 'success', word } as const;
  return { tone: well === 0 ? 'danger' : 'warning', word } as const;
}
