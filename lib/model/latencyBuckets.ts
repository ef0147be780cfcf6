/** Upper bounds in ms of the latency histogram: each a quarter above the last, from 1 ms to about 15 minutes. */
export const latencyBounds: readonly number[] = Array.from({ length: 63 }, (_, index) => 1.25 ** index);

/** Index of the bucket that holds `milliseconds`. The last bucket holds all above. */
export function latencyBucket(milliseconds: number): number {
  if (milliseconds <= 1) return 0;
  return Math.min(latencyBounds.length - 1, Math.ceil(Math.log(milliseconds) / Math.log(1.25)));
}

/**
 * Percentile of a histogram, interpolated inside its bucket (error at most a quarter of the value).
 * @returns ms, or null for an empty histogram
 */
export function percentile(counts: readonly number[], share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let rank = share * total;
  for (const [index, count] of counts.entries()) {
    if (count > 0 && rank <= count) {
      const low = index === 0 ? 0 : (latencyBounds[index - 1] ?? 0);
      const high = latencyBounds[index] ?? low;
      return low + (high - low) * (rank / count);
    }
    rank -= count;
  }
  return latencyBounds.at(-1) ?? null;
}
