const number = new Intl.NumberFormat('en');

/** `3,401`; ticks between two whole numbers get no text, for there is no half call. */
export const callsText = (calls: number): string => (Number.isInteger(calls) ? number.format(calls) : '');

/** `4.25 ms`, `312 ms`, `1.25 s`: three digits, for percentiles come from a histogram. */
export function latencyText(milliseconds: number | null): string {
  if (milliseconds === null) return '–';
  if (milliseconds >= 1000) return `${threeDigits(milliseconds / 1000)} s`;
  return `${threeDigits(milliseconds)} ms`;
}

/** `1.2 %` of all; a dash where there is nothing to be a share of. */
export function shareText(part: number, all: number): string {
  if (all === 0) return '–';
  const share = (part / all) * 100;
  if (part > 0 && share < 0.1) return '< 0.1 %';
  return `${share.toLocaleString('en', { maximumFractionDigits: 1 })} %`;
}

/** Quotas are counted by UTC: `1 Aug 2026, 00:00 UTC`. @param time ms since the epoch */
export const utcText = (time: number): string =>
  `${new Date(time).toLocaleString('en-GB', { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'short' })} UTC`;

/** For a column whose head names the unit: `4.25`, `1,250`. */
export const millisecondsText = (milliseconds: number | null): string =>
  milliseconds === null ? '–' : threeDigits(milliseconds);

const threeDigits = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 });
