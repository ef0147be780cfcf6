import { expect, test } from 'vitest';
import { isControlError } from '@/lib/model/ControlError';
import { endsNow, usageRangeOf } from './usageRange';

const now = Date.parse('2026-07-01T12:00:00Z');

test.each([
  ['range=15m', '2026-07-01T11:45:00Z', '2026-07-01T12:00:00Z', true],
  ['range=1h', '2026-07-01T11:00:00Z', '2026-07-01T12:00:00Z', true],
  ['range=6h', '2026-07-01T06:00:00Z', '2026-07-01T12:00:00Z', true],
  ['range=24h', '2026-06-30T12:00:00Z', '2026-07-01T12:00:00Z', true],
  ['range=7d', '2026-06-24T12:00:00Z', '2026-07-01T12:00:00Z', true],
  ['range=30d', '2026-06-01T12:00:00Z', '2026-07-01T12:00:00Z', true],
  [
    'from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z',
    '2026-06-01T00:00:00Z',
    '2026-06-02T00:00:00Z',
    false,
  ],
  // another zone names the same instant
  [
    'from=2026-06-01T02:00:00%2B02:00&to=2026-06-02T00:00:00Z',
    '2026-06-01T00:00:00Z',
    '2026-06-02T00:00:00Z',
    false,
  ],
  // hours that have not come are cut off, and new calls fall into the rest
  ['from=2026-07-01T11:00:00Z&to=2026-07-01T18:00:00Z', '2026-07-01T11:00:00Z', '2026-07-01T12:00:00Z', true],
  // two times win over a range
  [
    'range=1h&from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z',
    '2026-06-01T00:00:00Z',
    '2026-06-02T00:00:00Z',
    false,
  ],
])('%s', (address, from, to, live) => {
  const search = new URLSearchParams(address);
  expect(usageRangeOf(search, now)).toEqual({ from: Date.parse(from), to: Date.parse(to) });
  expect(endsNow(search, now)).toBe(live);
});

test.each([
  ['', 'range', /one of 15m, 1h/],
  ['range=2h', 'range', /one of 15m, 1h/],
  ['from=2026-06-01T00:00:00Z', 'to', /to is a time with its zone/],
  ['to=2026-06-01T00:00:00Z', 'from', /from is a time with its zone/],
  ['from=2026-06-01T00:00:00&to=2026-06-02T00:00:00Z', 'from', /with its zone/],
  ['from=2026-02-30T00:00:00Z&to=2026-06-02T00:00:00Z', 'from', /with its zone/],
  ['from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z', 'to', /must end after it begins/],
  ['from=2026-06-01T00:00:00Z&to=2026-06-01T00:00:00Z', 'to', /must end after it begins/],
  ['from=2020-01-01T00:00:00Z&to=2026-06-01T00:00:00Z', 'to', /at most 400 days/],
  ['from=2026-07-01T13:00:00Z&to=2026-07-01T14:00:00Z', 'from', /begin before now/],
])('%j is refused at %s', (address, field, message) => {
  const refusal = refusalOf(() => usageRangeOf(new URLSearchParams(address), now));
  expect(refusal).toMatchObject({ code: 'BadRequestException', fields: [{ field }] });
  expect(refusal?.message).toMatch(message);
});

function refusalOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (isControlError(error)) return error;
  }
  return undefined;
}
