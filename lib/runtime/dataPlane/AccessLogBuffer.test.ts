import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AccessLogBatch } from '@/lib/model/accessLog';
import { AccessLogBuffer } from './AccessLogBuffer';

let sent: AccessLogBatch[];
let dropped: number;
let buffer: AccessLogBuffer;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  dropped = 0;
  buffer = new AccessLogBuffer(
    'boot',
    (batch) => sent.push(batch),
    (lines) => {
      dropped += lines;
    },
  );
});
afterEach(() => vi.useRealTimers());

const write = (message: string, logGroupName = 'calls') => buffer.write({ logGroupName, time: 1, message });
const sizes = () => sent.map(({ groups }) => groups.flatMap(({ lines }) => lines).length);

test('lines go by their group, a batch at a time, and again until they are written', () => {
  write('a');
  write('b', 'other');
  write('c');
  vi.advanceTimersByTime(250);
  const first = {
    boot: 'boot',
    sequence: 1,
    groups: [
      {
        logGroupName: 'calls',
        lines: [
          { time: 1, message: 'a' },
          { time: 1, message: 'c' },
        ],
      },
      { logGroupName: 'other', lines: [{ time: 1, message: 'b' }] },
    ],
  };
  expect(sent).toEqual([first]);
  write('d');
  vi.advanceTimersByTime(1_000);
  buffer.outbox.sendAgain();
  expect(sent).toEqual([first, first]);
  buffer.outbox.written('boot', 1);
  vi.advanceTimersByTime(250);
  expect(sent[2]).toMatchObject({ sequence: 2, groups: [{ lines: [{ message: 'd' }] }] });
});

test('a batch is bounded by its lines and by its length', () => {
  for (let line = 0; line < 5_001; line += 1) write('x');
  write('y'.repeat(600_000));
  write('z');
  for (let sequence = 1; sequence < 5; sequence += 1) {
    vi.advanceTimersByTime(250);
    buffer.outbox.written('boot', sequence);
  }
  expect(sizes()).toEqual([5_000, 1, 1, 1]);
});

test('what control does not take in time is bounded, and what is dropped is told', () => {
  const long = 'x'.repeat(1024 * 1024);
  for (let line = 0; line < 20; line += 1) write(long);
  vi.advanceTimersByTime(250);
  expect(dropped).toBe(4);
  expect(sizes()).toEqual([1]);
  write(long);
  buffer.outbox.written('boot', 1);
  vi.advanceTimersByTime(250);
  expect(dropped).toBe(4);
});
