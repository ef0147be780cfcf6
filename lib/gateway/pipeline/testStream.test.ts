import type { ServerResponse } from 'node:http';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { createBackend } from '../testing/createBackend';
import { createTestGateway } from '../testing/createTestGateway';
import { deployment, integration, method } from '../testing/documents';
import { eventually } from '../transport/testing/eventually';

afterEach(() => {
  vi.useRealTimers();
});

const HEALTH_CHECK = {
  ...{ protocol: 'HTTP' as const, path: '/health', intervalSeconds: 1, timeoutSeconds: 1 },
  ...{ healthyThreshold: 1, unhealthyThreshold: 1 },
};

/** Reference 9, "test invoke": what the Test panel shows of a stream. */
async function tester(script: (response: ServerResponse) => void, vpcLink = false) {
  const backend = await createBackend((_request, response) => script(response));
  const { gateway, close } = await createTestGateway();
  onTestFinished(async () => {
    await close();
    await backend.close();
  });
  const account = {
    ...{ accountId: '1', region: 'r', throttle: { rateLimit: 1, burstLimit: 1 } },
    egressAllowList: [],
  };
  const targets = [`127.0.0.1:${backend.port}`];
  const link = { id: 'link1', name: 'orders', targets, healthCheck: HEALTH_CHECK };
  gateway.useAccount({ account, vpcLinks: vpcLink ? [link] : [] });
  const document = integration({
    type: 'HTTP_PROXY',
    httpMethod: 'GET',
    uri: vpcLink ? 'http://orders.internal/' : backend.url,
    responseTransferMode: 'STREAM',
    ...(vpcLink && { connectionType: 'VPC_LINK', connectionId: 'link1' }),
  });
  const run = () =>
    gateway.test({
      ...{ stageName: 'test', variables: {}, httpMethod: 'GET', resourceId: 'res0', body: '', headers: {} },
      deployment: deployment({ '/': [method('GET', document)] }),
      pathWithQueryString: '/',
    });
  return { backend, run };
}

test('a stream that ends is shown whole', async () => {
  const { run } = await tester((response) => response.end('data: 1\n\n'));
  expect(await run()).toMatchObject({ status: 200, body: 'data: 1\n\n' });
});

test('the first megabyte of one that does not', async () => {
  const { backend, run } = await tester((response) => {
    const pour = () => {
      while (response.write('x'.repeat(65_536)));
    };
    response.on('drain', pour);
    pour();
  });
  const { status, body } = await run();
  expect([status, body.length]).toEqual([200, 1_048_576]);
  await eventually(() => expect(backend.open.size).toBe(0));
});

test('what came in 35 seconds', async () => {
  const { backend, run } = await tester((response) => response.write('begun'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const outcome = run();
  // The stream's silence, its total time, and what the panel waits.
  await eventually(() => expect(vi.getTimerCount()).toBe(3));
  vi.advanceTimersByTime(35_000);
  expect(await outcome).toMatchObject({ status: 200, body: 'begun' });
  vi.useRealTimers();
  await eventually(() => expect(backend.open.size).toBe(0));
});

test('a private integration is tested through its link, which is not asked for its health here', async () => {
  const { backend, run } = await tester((response) => response.end('ok'), true);
  expect(await run()).toMatchObject({ status: 200, body: 'ok' });
  expect(backend.requests).toHaveLength(1);
});
