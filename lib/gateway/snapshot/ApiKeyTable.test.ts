import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ApiKeyTable } from './ApiKeyTable';
import { ApiKeyPacker, ApiKeyUnpacker } from './packedApiKeys';
import { SnapshotRejected } from './SnapshotRejected';
import type { ApiKeyDocument } from './types';

/** Park and Miller's; the same numbers at every run. */
function randomNumbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
const hash = (value: string) => createHash('sha256').update(value).digest('base64url');
const sorted = (keys: Iterable<ApiKeyDocument>) => [...keys].sort((a, b) => (a.id < b.id ? -1 : 1));

function randomKey(random: (below: number) => number, id: string): ApiKeyDocument {
  return {
    id,
    valueHash: hash(`${id} ${random(1e9)}`),
    enabled: random(3) > 0,
    usagePlanIds: Array.from({ length: random(4) }, (_, n) => `plan${(n + random(3)) % 5}`),
    ...(random(4) === 0 && { expiresAt: 1_700_000_000_000 + random(1e9) }),
    ...(random(3) === 0 && { quotaOwnerId: `app${random(1e9)}${'y'.repeat(random(90))}` }),
  };
}
/** Ids of very different lengths: a row that is used again may have to hold a longer one. */
const idOf = (n: number) => `key${n}${'x'.repeat(n % 97 === 0 ? 240 : n % 7)}`;

function unpacked(bytes: Buffer, portion = bytes.length): ApiKeyTable {
  const table = new ApiKeyTable();
  const unpacker = new ApiKeyUnpacker(table);
  for (let at = 0; at < bytes.length; at += portion) unpacker.take(bytes.subarray(at, at + portion));
  unpacker.end();
  return table;
}

test('20,000 random changes: at every time the table holds what a plain map holds', () => {
  const random = randomNumbers(7);
  const table = new ApiKeyTable();
  const model = new Map<string, ApiKeyDocument>();
  const gone: string[] = [];
  for (let round = 0; round < 20_000; round += 1) {
    const id = idOf(random(6_000));
    const before = model.get(id);
    if (before) gone.push(before.valueHash);
    if (before && random(3) === 0) {
      model.delete(id);
      table.apply([], [id]);
    } else {
      const key = randomKey(random, id);
      model.set(id, key);
      table.check([key], []);
      table.apply([key], []);
    }
    const [some] = model.values();
    if (some) expect(table.find(some.valueHash)).toEqual(some);
  }
  expect(table.size).toBe(model.size);
  for (const key of model.values()) expect(table.find(key.valueHash)).toEqual(key);
  for (const value of gone) expect(table.find(value)).toBeUndefined();
  expect(sorted(table.documents())).toEqual(sorted(model.values()));
});

test.each([
  '',
  'x',
  '%',
  hash('another'),
  `${hash('a')}${hash('a')}`.slice(0, 50),
])('no key has the value %j', (value) => {
  const table = new ApiKeyTable();
  table.apply([{ id: 'a', valueHash: hash('b'), enabled: true, usagePlanIds: [] }], []);
  expect(table.find(value)).toBeUndefined();
});

test.each([
  1, 7, 64, 4_096, 1_000_000,
])('packed and read again in portions of %i bytes: the same keys', (portion) => {
  const random = randomNumbers(portion);
  const keys = Array.from({ length: 3_000 }, (_, n) => randomKey(random, idOf(n)));
  const packer = new ApiKeyPacker();
  const bytes = Buffer.concat([packer.pack(keys.slice(0, 1_000)), packer.pack(keys.slice(1_000))]);
  const table = unpacked(bytes, portion);
  expect(table.size).toBe(3_000);
  expect(sorted(table.documents())).toEqual(sorted(keys));
});

const key = (id: string, value = id): ApiKeyDocument => ({
  id,
  valueHash: hash(value),
  enabled: true,
  usagePlanIds: ['plan'],
});

test.each([
  ['an id twice', [key('a'), key('a', 'b')], 'twice'],
  ['a value twice', [key('a'), key('b', 'a')], 'twice'],
])('stored keys with %s are refused', (_name, keys, reason) => {
  expect(() => unpacked(new ApiKeyPacker().pack(keys))).toThrow(reason);
});

test('F11: cut off or with other bytes, packed keys are refused or are other keys; nothing breaks', () => {
  const random = randomNumbers(11);
  const keys = Array.from({ length: 50 }, (_, n) => randomKey(random, `key${n}`));
  const whole = new ApiKeyPacker().pack(keys);
  let refused = 0;
  for (let round = 0; round < 2_000; round += 1) {
    const damaged = Buffer.from(whole.subarray(0, round % 4 === 0 ? random(whole.length) : whole.length));
    if (round % 4 !== 0) damaged[random(damaged.length)] = random(256);
    try {
      expect(unpacked(damaged).size).toBeLessThanOrEqual(50);
    } catch (error) {
      expect(error).toBeInstanceOf(SnapshotRejected);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(300);
});
