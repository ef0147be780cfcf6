import { usageError } from './CliFailure';

const units: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `10m`, `2h` or `7d` in milliseconds. @throws CliFailure */
export function duration(text: string): number {
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const length = units[unit];
  if (count === undefined || length === undefined)
    throw usageError(`${text} is no duration: write 90s, 10m, 2h or 7d`);
  return Number(count) * length;
}
