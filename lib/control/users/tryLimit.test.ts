import { expect, test } from 'vitest';
import { tryLimit } from './tryLimit';

function limited(most: number) {
  const clock = { ms: 1_000 };
  return { clock, limit: tryLimit(most, () => clock.ms) };
}

test('the try above the limit is refused and says when to come back', () => {
  const { clock, limit } = limited(2);
  limit.take('ada');
  clock.ms += 20_000;
  limit.take('ada');
  expect(() => limit.take('ada')).toThrow('Too many tries. Try again in 40 s.');
});

test('refused tries do not prolong the wait, and the window slides', () => {
  const { clock, limit } = limited(2);
  limit.take('ada');
  clock.ms += 30_000;
  limit.take('ada');
  expect(() => limit.take('ada')).toThrow();
  clock.ms += 30_001;
  limit.take('ada');
  expect(() => limit.take('ada')).toThrow();
});

test('a success gives its try back, also after later tries', () => {
  const { limit } = limited(2);
  const giveBack = limit.take('ada');
  limit.take('ada');
  giveBack();
  giveBack();
  limit.take('ada');
  expect(() => limit.take('ada')).toThrow();
});

test('names do not share a limit', () => {
  const { limit } = limited(1);
  limit.take('ada');
  limit.take('bob');
  expect(() => limit.take('ada')).toThrow();
});

test('20,000 made-up names are held, not more; the oldest is forgotten', () => {
  const { limit } = limited(1);
  limit.take('ada');
  for (let index = 0; index < 20_000; index++) limit.take(`name-${index}`);
  limit.take('ada');
  expect(() => limit.take('name-19999')).toThrow();
});
