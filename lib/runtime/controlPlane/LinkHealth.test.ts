import type { TargetHealth } from '@gatehouse/gateway';
import { afterEach, expect, test, vi } from 'vitest';
import { LinkHealth } from './LinkHealth';

const TARGETS: TargetHealth[] = [{ target: '10.0.0.7:80', state: 'healthy', since: 1 }];

afterEach(() => {
  vi.useRealTimers();
});

/** Two workers (unless told otherwise) that answer as told, in that order. */
function asking(answers: [workerId: number, targets: TargetHealth[]][], workerIds = [1, 2]) {
  const health = new LinkHealth(
    () => workerIds,
    (asked, order) => {
      expect(asked).toEqual(workerIds);
      if (order.type !== 'vpcLinkHealth') throw new Error(`asked ${order.type}`);
      expect(order.vpcLinkId).toBe('link1');
      const { question } = order;
      queueMicrotask(() => {
        for (const [id, targets] of answers)
          health.answered(id, { type: 'vpcLinkHealth', question, targets });
      });
    },
  );
  return health.ask('link1');
}

test.each<[rule: string, answers: [number, TargetHealth[]][], told: TargetHealth[]]>([
  [
    'the first that knows the link',
    [
      [2, TARGETS],
      [1, []],
    ],
    TARGETS,
  ],
  [
    'not the first that does not',
    [
      [1, []],
      [2, TARGETS],
    ],
    TARGETS,
  ],
  [
    'none when no worker knows it',
    [
      [1, []],
      [2, []],
    ],
    [],
  ],
])('%s', async (_rule, answers, told) => {
  expect(await asking(answers)).toEqual(told);
});

test('without a worker there is no health', async () => {
  expect(await asking([], [])).toEqual([]);
});

test('a worker that does not answer is not waited for', async () => {
  vi.useFakeTimers();
  const told = asking([[1, []]]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await told).toEqual([]);
});
