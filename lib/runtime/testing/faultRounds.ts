/** All rounds that the bar asks for, and figures on stdout; else fewer where a round is dear. */
const full = process.env.GATEHOUSE_FAULT_ROUNDS === 'full';

export const faultRounds = (some: number, all: number): number => (full ? all : some);

/** Prints what was measured, in milliseconds. */
export function printFigures(what: string, times: number[]): void {
  if (!full) return;
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  process.stdout.write(
    `${what}: ${sorted.length} times, median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms\n`,
  );
}
