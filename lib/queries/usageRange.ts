import { z } from 'zod';
import { ControlError } from '@/lib/model/ControlError';
import { type UsageRange, usageRange } from '@/lib/model/usage';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Ranges that end now, by their name in the address (`?range=1h`). */
export const usageRanges = [
  { value: '15m', label: '15 minutes', length: 15 * MINUTE },
  { value: '1h', label: '1 hour', length: HOUR },
  { value: '6h', label: '6 hours', length: 6 * HOUR },
  { value: '24h', label: '24 hours', length: DAY },
  { value: '7d', label: '7 days', length: 7 * DAY },
  { value: '30d', label: '30 days', length: 30 * DAY },
] as const;

const isoTime = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/**
 * The range that an address names: `range`, or `from` and `to` in ISO 8601. An end in the future is now, so that
 * hours which have not come yet are not drawn as hours without calls.
 * @param now ms since the epoch
 * @throws ControlError BadRequestException that names the field
 */
export function usageRangeOf(search: URLSearchParams, now: number): UsageRange {
  if (!isAbsolute(search)) {
    const { length } = namedRange(search.get('range'));
    return { from: now - length, to: now };
  }
  const range = usageRange.safeParse({ from: timeOf(search, 'from'), to: timeOf(search, 'to') });
  if (!range.success) throw refuse('to', range.error.issues[0]?.message ?? 'The range is not valid');
  const { from, to } = range.data;
  if (from >= now) throw refuse('from', 'The range must begin before now');
  return { from, to: Math.min(to, now) };
}

/** Whether the address names its own times instead of a range that ends now. */
export const isAbsolute = (search: URLSearchParams): boolean => search.has('from') || search.has('to');

/** Whether new calls fall into the range: then a page asks again and again. */
export function endsNow(search: URLSearchParams, now: number): boolean {
  if (isAbsolute(search)) return Date.parse(search.get('to') ?? '') > now;
  return usageRanges.some((each) => each.value === search.get('range'));
}

function namedRange(name: string | null) {
  const found = usageRanges.find((each) => each.value === name);
  if (found) return found;
  const names = usageRanges.map((each) => each.value).join(', ');
  throw refuse('range', `A range is one of ${names}, or from and to`);
}

function timeOf(search: URLSearchParams, field: 'from' | 'to'): number {
  const time = isoTime.safeParse(search.get(field));
  if (time.success) return time.data;
  throw refuse(field, `${field} is a time with its zone, e.g. 2026-07-01T09:30:00Z`);
}

const refuse = (field: string, message: string) =>
  new ControlError('BadRequestException', message, [{ field, message }]);
