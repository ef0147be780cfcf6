import { afterEach, expect, test, vi } from 'vitest';
import { AuthorizerFlushes } from './AuthorizerFlushes';

afterEach(() => {
  vi.useRealTimers();
});

/** @param answering ids of the workers that answer; @param running who still runs when time is over */
function flushing(asked: number[], answering: number[], running = asked) {
  let workers = asked;
  const flushes = new AuthorizerFlushes(
    () => workers,
    (workerIds, order) => {
      expect(workerIds).toEqual(asked);
      if (order.type !== 'flushAuthorizers') throw new Error(`asked ${order.type}`);
      expect(order.stage).toBe('api1/prod');
      workers = running;
      const { flush } = order;
      queueMicrotask(() => {
        for (const id of answering) flushes.answered(id, { type: 'authorizersFlushed', flush });
      });
    },
  );
  return flushes.flush('api1', 'prod').then(
    () => 'flushed',
    (error: Error) => error.message,
  );
}

test.each<[rule: string, asked: number[], answering: number[], running: number[], told: string]>([
  ['every worker answered', [1, 2], [2, 1], [1, 2], 'flushed'],
  ['there is no worker', [], [], [], 'flushed'],
  ['one ended without an answer', [1, 2], [1], [1], 'flushed'],
  [
    'one runs and is silent',
    [1, 2],
    [1, 1],
    [1, 2],
    "The authorizers' cache was not flushed: worker 2 did not answer",
  ],
])('%s', async (_rule, asked, answering, running, told) => {
  vi.useFakeTimers();
  const outcome = flushing(asked, answering, running);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await outcome).toBe(told);
});
