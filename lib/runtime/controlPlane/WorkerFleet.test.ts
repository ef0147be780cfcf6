import { SNAPSHOT_FORMAT, type Snapshot } from '@gatehouse/gateway/snapshot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RevisionState } from '@/lib/control/publish/revisionState';
import type { StoredSnapshot } from '../snapshotFile';
import { mergeSnapshot } from './mergeSnapshot';
import { WorkerFleet } from './WorkerFleet';

interface Sent {
  workerIds: number[];
  revision: number;
  /** a change since that revision, or the name of a file with everything */
  since: number | string | null;
}
let sent: Sent[];
let served: number[];
let unreadable: number;
let diskFaults: number;
let fleet: WorkerFleet;

/** What the real one does, without a disk. */
function memoryKeeper() {
  let current: StoredSnapshot | null = null;
  return {
    state: (): RevisionState | null => current,
    take: (snapshot: Snapshot) => {
      current = mergeSnapshot(current, snapshot);
    },
    keep: () => {
      served.push(current?.revision ?? 0);
    },
    hand: async () => {
      if (diskFaults > 0) {
        diskFaults -= 1;
        throw new Error('the disk is full');
      }
      return { name: 'file', revision: current?.revision ?? 0, revisedAt: current?.revisedAt ?? 0 };
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  served = [];
  unreadable = 0;
  diskFaults = 0;
  fleet = new WorkerFleet(
    (workerIds, order) => {
      if (order.type !== 'snapshot' && order.type !== 'snapshotFile') return;
      const { revision } = order.type === 'snapshot' ? order.snapshot : order;
      sent.push({
        workerIds,
        revision,
        since: order.type === 'snapshot' ? order.snapshot.basis : order.name,
      });
    },
    memoryKeeper(),
    () => {
      unreadable += 1;
    },
    { info() {}, error() {} },
  );
});
afterEach(() => vi.useRealTimers());

/** Revision n was made at n * 1,000 ms. */
const revisedAt = (revision: number) => revision * 1_000;
const snapshot = (revision: number, basis: number | null = null): Snapshot => ({
  format: SNAPSHOT_FORMAT,
  revision,
  revisedAt: revisedAt(revision),
  basis,
  account: {
    accountId: '000000000000',
    region: 'us-east-1',
    throttle: { rateLimit: 1, burstLimit: 1 },
    egressAllowList: [],
  },
  deployments: [],
  stages: [],
  usagePlans: [],
  apiKeys: [],
  removedApiKeyIds: [],
});
const publish = (revision: number, basis: number | null = null) =>
  watch(fleet.publish(snapshot(revision, basis), null));
const hello = (id: number, revision = 0, made = revisedAt(revision)) =>
  fleet.report(id, { type: 'hello', pid: 10 + id, revision, revisedAt: made });
const refuse = (id: number, revision: number, basis: number | null, reason: string, isUnreadable = false) =>
  fleet.report(id, { type: 'refused', revision, basis, reason, unreadable: isUnreadable });
/** Whether the publication has resolved by now. */
async function watch(publication: Promise<void>) {
  const state = { done: false };
  void publication.then(() => {
    state.done = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return state;
}
/** Two workers that serve revision 5. */
async function twoAtFive() {
  fleet.setLive([1, 2]);
  hello(1, 5);
  hello(2, 5);
  await publish(5);
  for (const id of [1, 2]) fleet.report(id, { type: 'applied', revision: 5 });
  sent.length = 0;
}

test('a publication resolves when every live worker serves it', async () => {
  fleet.setLive([1, 2]);
  hello(1);
  hello(2);
  const state = await publish(5);
  fleet.report(1, { type: 'applied', revision: 5 });
  await vi.advanceTimersByTimeAsync(0);
  expect(state.done).toBe(false);
  fleet.report(2, { type: 'applied', revision: 5 });
  await vi.advanceTimersByTimeAsync(0);
  expect(state.done).toBe(true);
  expect(fleet.workers()).toEqual([
    { id: 1, pid: 11, revision: 5 },
    { id: 2, pid: 12, revision: 5 },
  ]);
  expect(served).toContain(5);
});

test('a complete snapshot is handed over as a file, a change as a message', async () => {
  fleet.setLive([1, 2]);
  hello(1);
  hello(2);
  await publish(5);
  await publish(6, 5);
  expect(sent).toEqual([
    { workerIds: [1, 2], revision: 5, since: 'file' },
    { workerIds: [1, 2], revision: 6, since: 5 },
  ]);
});

test('a silent worker delays a publication by two seconds at most', async () => {
  fleet.setLive([1]);
  const state = await publish(5);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(state.done).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(state.done).toBe(true);
});

test('a worker that dies is no longer waited for', async () => {
  fleet.setLive([1]);
  hello(1);
  const state = await publish(5);
  fleet.setLive([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(state.done).toBe(true);
  expect(fleet.workers()).toEqual([]);
});

test.each([
  ['the newest revision: nothing', [6, 6_000], []],
  ['what the last change begins with: that change', [5, 5_000], [{ since: 5 }]],
  ['an older one: the complete snapshot', [4, 4_000], [{ since: 'file' }]],
  ['nothing yet: the complete snapshot', [0, 0], [{ since: 'file' }]],
  ['the same number of another database: the complete snapshot', [6, 6_001], [{ since: 'file' }]],
  ['a basis of that number of another database: the complete snapshot', [5, 1], [{ since: 'file' }]],
] as const)('a new worker that serves %s', async (_name, [revision, made], expected) => {
  await publish(5);
  await publish(6, 5);
  hello(1, revision, made);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(expected.map(({ since }) => ({ workerIds: [1], revision: 6, since })));
});

test('a worker that says hello twice is not sent the same twice', async () => {
  await twoAtFive();
  await publish(6, 5);
  hello(1, 5);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual([{ workerIds: [1, 2], revision: 6, since: 5 }]);
});

test('what is published while a file is written is in the file', async () => {
  fleet.setLive([1]);
  hello(1);
  void fleet.publish(snapshot(5), null);
  await publish(6, 5);
  expect(sent).toEqual([{ workerIds: [1], revision: 6, since: 'file' }]);
});

test('a file that cannot be written is tried again', async () => {
  diskFaults = 2;
  hello(1);
  await publish(5);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent).toEqual([{ workerIds: [1], revision: 5, since: 'file' }]);
});

test('a refused change is followed by the complete snapshot; when that is refused too, the reason is kept', async () => {
  await twoAtFive();
  const state = await publish(6, 5);
  refuse(1, 6, 5, 'stands at 3');
  fleet.report(2, { type: 'applied', revision: 6 });
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.at(-1)).toEqual({ workerIds: [1], revision: 6, since: 'file' });
  refuse(1, 6, null, 'stages[0]: bad');
  await vi.advanceTimersByTimeAsync(0);
  expect(state.done).toBe(true);
  expect(fleet.workers()[0]).toEqual({ id: 1, pid: 11, revision: 5, refused: 'stages[0]: bad' });
  expect(unreadable).toBe(0);
});

test('that a file cannot be read is told, so that it is made anew', async () => {
  hello(1);
  await publish(5);
  refuse(1, 5, null, 'keys.1 is not what was written', true);
  expect(unreadable).toBe(1);
});

test('a worker that serves again is no longer shown as refusing', async () => {
  await twoAtFive();
  await publish(6, 5);
  refuse(1, 6, null, 'bad');
  await publish(7, 6);
  fleet.report(1, { type: 'applied', revision: 7 });
  expect(fleet.workers()[0]).toEqual({ id: 1, pid: 11, revision: 7 });
});

test('a change that builds on nothing known is an error, so that control sends a complete one', async () => {
  await expect(fleet.publish(snapshot(6, 5), null)).rejects.toThrow('since revision 5');
});
