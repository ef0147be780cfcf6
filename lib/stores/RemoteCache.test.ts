import type { CachedAnswer } from '@gatehouse/gateway/ports';
import { expect, test } from 'vitest';
import { CacheOwner } from './CacheOwner';
import type { CacheAsk, CacheReply } from './cacheMessages';
import { RemoteCache } from './RemoteCache';

const log = { error() {} };
const clock = { now: () => Date.now(), monotonic: () => performance.now() };
const MEGABYTE = 1024 * 1024;
const cache = { name: 'api/prod', maxBytes: MEGABYTE };
const validity = () => ({ ttlMs: 60_000, since: Date.now() + 1 });
const answer = (text: string): CachedAnswer => ({
  status: 200,
  headers: [['X-A', 'b']],
  body: Buffer.from(text, 'latin1'),
});

/** An owner and so many workers, with all that they say turned to text as between processes. */
function machine(workers: number, maxBytes = 16 * MEGABYTE) {
  const owner = new CacheOwner(maxBytes, clock);
  const remotes = Array.from({ length: workers }, () => {
    const remote: RemoteCache = new RemoteCache((ask) => {
      const reply = owner.ask(JSON.parse(JSON.stringify(ask)) as CacheAsk);
      setImmediate(() => remote.receive(JSON.parse(JSON.stringify(reply)) as CacheReply));
    }, log);
    return remote;
  });
  return { owner, remotes };
}

test('what one worker stored, another finds, byte by byte', async () => {
  const { remotes } = machine(2);
  const [first, second] = remotes;
  const bytes = answer(String.fromCharCode(...Array.from({ length: 256 }, (_, code) => code)));
  await first?.put(cache, 'k', bytes, validity());
  expect(await second?.get(cache, 'k')).toEqual(bytes);
  expect(await second?.get(cache, 'other')).toBeUndefined();
  expect(await second?.get({ ...cache, name: 'api/dev' }, 'k')).toBeUndefined();
});

test('a flush empties the stage and its canary for all, and no other stage', async () => {
  const { owner, remotes } = machine(2);
  const [first, second] = remotes;
  const names = ['api/prod', 'api/prod/Canary', 'api/prod2', 'api2/prod'];
  for (const name of names) await first?.put({ ...cache, name }, 'k', answer(name), validity());
  owner.flush('api/prod');
  const found = await Promise.all(names.map((name) => second?.get({ ...cache, name }, 'k')));
  expect(found.map((one) => one?.body.toString())).toEqual([undefined, undefined, 'api/prod2', 'api2/prod']);
});

test('an answer whose call came before a flush is not kept', async () => {
  const { owner, remotes } = machine(1);
  const since = Date.now();
  owner.flush('api/prod');
  await remotes[0]?.put(cache, 'k', answer('old'), { ttlMs: 60_000, since });
  expect(await remotes[0]?.get(cache, 'k')).toBeUndefined();
});

test('a stage keeps to its size: the least recently used goes first', async () => {
  const { remotes } = machine(1);
  const [remote] = remotes;
  const third = 'x'.repeat(MEGABYTE / 3);
  for (const key of ['a', 'b']) await remote?.put(cache, key, answer(third), validity());
  await remote?.get(cache, 'a');
  await remote?.put(cache, 'c', answer(third), validity());
  const found = await Promise.all(['a', 'b', 'c'].map((key) => remote?.get(cache, key)));
  expect(found.map((one) => one !== undefined)).toEqual([true, false, true]);
});

test('all stages keep to the machine’s bound: the largest gives', async () => {
  const { remotes } = machine(1, 2 * MEGABYTE);
  const [remote] = remotes;
  const half = 'x'.repeat(MEGABYTE / 2);
  const large = { name: 'api/large', maxBytes: 100 * MEGABYTE };
  await remote?.put(cache, 'small', answer('y'), validity());
  for (let n = 0; n < 20; n += 1) await remote?.put(large, `${n}`, answer(half), validity());
  expect(await remote?.get(cache, 'small')).toEqual(answer('y'));
  const kept = await Promise.all(Array.from({ length: 20 }, (_, n) => remote?.get(large, `${n}`)));
  expect(kept.filter(Boolean).length).toBe(3);
});

test('an owner that does not answer has nothing: the call goes on', async () => {
  const remote = new RemoteCache(() => {}, log, 1);
  expect(await remote.get(cache, 'k')).toBeUndefined();
  await remote.put(cache, 'k', answer('a'), validity());
});
