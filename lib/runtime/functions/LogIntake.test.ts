import { expect, test } from 'vitest';
import { FunctionClient } from '@/lib/functions/FunctionClient';
import { createTestHost } from '@/lib/functions/testing/createTestHost';
import { LogIntake } from './LogIntake';

test('logs of calls reach the database once each, also after it was away', async () => {
  const files = { 'index.mjs': 'export const handler = async ({ n }) => console.log(n);' };
  const host = await createTestHost({ confined: false });
  await host.add('f', { files });
  await host.call('f', { n: 1 });
  const written: string[] = [];
  const reasons: unknown[] = [];
  const log = { info() {}, error: (_message: string, detail: object) => void reasons.push(detail) };
  const intake = new LogIntake(
    new FunctionClient(host.socketPath),
    async (invocations) => {
      if (reasons.length === 0) throw new Error('away');
      written.push(...invocations.map(({ requestId }) => requestId));
    },
    log,
  );
  intake.start();
  await expect.poll(() => written.length).toBe(1);
  await host.call('f', { n: 2 });
  await expect.poll(() => written.length).toBe(2);
  expect(reasons).toEqual([{ reason: 'away' }]);
  expect(written).toEqual(host.invocations.map(({ requestId }) => requestId));
  await intake.stop();
  expect(await host.close()).toEqual([]);
});
