import { SNAPSHOT_FORMAT, type Snapshot } from '@gatehouse/gateway/snapshot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WorkerOrder } from '../messages';
import { WorkerFleet } from './WorkerFleet';

let orders: { workerIds: number[] | null; revision: number; basis: number | null }[];
let served: number[];
let fleet: WorkerFleet;

beforeEach(() => {
  vi.useFakeTimers();
  orders = [];
  served = [];
  fleet = new WorkerFleet(
    (workerIds, order: WorkerOrder) => {
      if (order.type === 'snapshot') orders.push({ workerIds, ...pick(order.snapshot) });
    },
    (snapshot) => served.push(snapshot.revision),
  );
});
afterEach(() => vi.useRealTimers());

const pick = ({ revision, basis }: Snapshot) => ({ revision, basis });
const snapshot = (revision: number, basis: number | null = null): Snapshot => ({
  format: SNAPSHOT_FORMAT,
  revision,
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
/** Whether the publication has resolved by now. */
async function watch(publication: Promise<void>) {
  const state = { done: false };
  void publication.then(() => {
    state.done = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return state;
}

test('a publication resolves when every live worker serves it', async () => {
  fleet.setLive([1, 2]);
  fleet.report(1, { type: 'hello', pid: 11, revision: 0 });
  fleet.report(2, { type: 'hello', pid: 12, revision: 0 });
  const state = await watch(fleet.publish(snapshot(5)));
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

test('a silent worker delays a publication by two seconds at most', async () => {
  fleet.setLive([1]);
  const state = await watch(fleet.publish(snapshot(5)));
  await vi.advanceTimersByTimeAsync(1_999);
  expect(state.done).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(state.done).toBe(true);
});

test('a worker that dies is no longer waited for', async () => {
  fleet.setLive([1]);
  fleet.report(1, { type: 'hello', pid: 11, revision: 0 });
  const state = await watch(fleet.publish(snapshot(5)));
  fleet.setLive([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(state.done).toBe(true);
  expect(fleet.workers()).toEqual([]);
});

test('a worker that says hello gets the complete snapshot, also at the same revision', async () => {
  await watch(fleet.publish(snapshot(5)));
  await watch(fleet.publish(snapshot(6, 5)));
  fleet.report(1, { type: 'hello', pid: 11, revision: 6 });
  expect(orders.at(-1)).toEqual({ workerIds: [1], revision: 6, basis: null });
});

test('a refused change is followed by the complete snapshot; when that is refused too, the reason is kept', async () => {
  fleet.setLive([1]);
  fleet.report(1, { type: 'hello', pid: 11, revision: 0 });
  await watch(fleet.publish(snapshot(5)));
  fleet.report(1, { type: 'applied', revision: 5 });
  const state = await watch(fleet.publish(snapshot(6, 5)));
  fleet.report(1, { type: 'refused', revision: 6, basis: 5, reason: 'stands at 3' });
  expect(orders.at(-1)).toEqual({ workerIds: [1], revision: 6, basis: null });
  fleet.report(1, { type: 'refused', revision: 6, basis: null, reason: 'stages[0]: bad' });
  await vi.advanceTimersByTimeAsync(0);
  expect(state.done).toBe(true);
  expect(fleet.workers()).toEqual([{ id: 1, pid: 11, revision: 5, refused: 'stages[0]: bad' }]);
});

test('a worker that serves again is no longer shown as refusing', async () => {
  fleet.setLive([1]);
  fleet.report(1, { type: 'hello', pid: 11, revision: 0 });
  await watch(fleet.publish(snapshot(5)));
  fleet.report(1, { type: 'refused', revision: 5, basis: null, reason: 'bad' });
  await watch(fleet.publish(snapshot(6)));
  fleet.report(1, { type: 'applied', revision: 6 });
  expect(fleet.workers()).toEqual([{ id: 1, pid: 11, revision: 6 }]);
});

test('a change that builds on nothing known is an error, so that control sends a complete one', async () => {
  await expect(fleet.publish(snapshot(6, 5))).rejects.toThrow('since revision 5');
});
