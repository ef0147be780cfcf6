import { expect, test } from 'vitest';
import { NewEvents } from './NewEvents';

const line = (timestamp: number, message: string) => ({ logStreamName: 'one', timestamp, message });

test('a line is new once, the same text as often as it stands there', () => {
  const events = new NewEvents(0);
  const [a, twin] = [line(1, 'a'), line(1, 'a')];
  expect(events.take([a])).toEqual([a]);
  expect(events.take([a])).toEqual([]);
  expect(events.take([a, twin])).toEqual([twin]);
  expect(events.take([a, twin])).toEqual([]);
});

test('one that comes late between others is new, and the others are not', () => {
  const events = new NewEvents(0);
  const [early, late, last] = [line(1_000, 'a'), line(2_000, 'b'), line(3_000, 'c')];
  events.take([early, last]);
  expect(events.take([early, late, last])).toEqual([late]);
});

test('reads begin half a minute before the newest line, and what is older is not asked for again', () => {
  const events = new NewEvents(1_000);
  expect(events.start).toBe(1_000);
  const [old, young] = [line(2_000, 'a'), line(100_000, 'b')];
  events.take([old, young]);
  expect(events.start).toBe(70_000);
  expect(events.take([young])).toEqual([]);
});
