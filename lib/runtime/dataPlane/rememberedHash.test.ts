import { expect, test } from 'vitest';
import { rememberedHash } from './rememberedHash';

function counted() {
  const hashed: string[] = [];
  const hash = rememberedHash((value) => {
    hashed.push(value);
    return `hash of ${value.slice(0, 20)}`;
  });
  return { hash, hashed };
}

test('a value is hashed once, and each value has its own hash', () => {
  const { hash, hashed } = counted();
  expect([hash('a'), hash('b'), hash('a'), hash('b')]).toEqual([
    'hash of a',
    'hash of b',
    'hash of a',
    'hash of b',
  ]);
  expect(hashed).toEqual(['a', 'b']);
});

test('longer than any API key: hashed each time, kept never', () => {
  const { hash, hashed } = counted();
  const long = 'x'.repeat(129);
  hash(long);
  hash(long);
  expect(hashed).toHaveLength(2);
});

test('a flood of values is forgotten again', () => {
  const { hash, hashed } = counted();
  for (let index = 0; index <= 10_000; index += 1) hash(`${index}`);
  hash('0');
  expect(hashed.filter((value) => value === '0')).toHaveLength(2);
  hash('10000');
  expect(hashed.filter((value) => value === '10000')).toHaveLength(1);
});
