/** All rounds that the bar asks for, and figures on stdout; else fewer where a round is dear. */
const full = process.env.GATEHOUSE_FAULT_ROUNDS === 'full';

export const faultRounds = (some: number, all: number): number => (full ? all : some);

/**
 * What each caller of a load waits between two calls, in milliseconds. The bar's load takes a whole processor from the
 * processes that are started anew meanwhile; less of it has calls in flight at every fault as well.
 */
export const loadPause = (some: number, all = 10): number => (full ? all : some);

/** Prints what was measured, in milliseconds. */
export function printFigures(what: string, times: number[]): void {
  if (!full) return;
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  process.stdout.write(
    `${what}: ${sorted.length} times, median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms\n`,
  );
}
