import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { IntegrationDocument } from '../snapshot/types';
import { createBackend, type TestBackend } from '../testing/createBackend';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot, stage } from '../testing/documents';

import { eventually } from '../transport/testing/eventually';

let asked: (response: ServerResponse) => void = () => undefined;
let backend: TestBackend;
let gateway: TestGateway;
let revision = 0;

beforeAll(async () => {
  backend = await createBackend((_request, response) => asked(response));
  gateway = await createTestGateway();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await gateway.close();
  await backend.close();
});

/** A call whose backend was asked and has not answered. @returns the call, and how the backend answers */
async function held(part: Partial<IntegrationDocument>, maximumTimeoutInMillis: number | undefined) {
  revision += 1;
  const deploymentId = `dep${revision}`;
  const document = integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: backend.url, ...part });
  gateway.gateway.apply(
    snapshot({
      revision,
      deployments: [deployment({ '/': [method('GET', document)] }, { deploymentId })],
      stages: [stage({ deploymentId, ...(maximumTimeoutInMillis && { maximumTimeoutInMillis }) })],
    }),
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const response = new Promise<ServerResponse>((resolve) => {
    asked = resolve;
  });
  const answer = gateway.call('/');
  return { answer, response: await response };
}

/** Reference 9 and the stage's setting: what an integration's timeout comes to. */
test.each<{
  rule: string;
  part: Partial<IntegrationDocument>;
  stage?: number;
  counts: number;
}>([
  { rule: 'its own', part: { timeoutInMillis: 50 }, counts: 50 },
  { rule: "at most AWS's 29 s", part: { timeoutInMillis: 900_000 }, counts: 29_000 },
  { rule: 'up to what the stage allows', part: { timeoutInMillis: 45_000 }, stage: 60_000, counts: 45_000 },
  { rule: 'no more than that', part: { timeoutInMillis: 90_000 }, stage: 60_000, counts: 60_000 },
  { rule: 'fifteen minutes', part: { timeoutInMillis: 900_000 }, stage: 900_000, counts: 900_000 },
  { rule: 'the same for HTTP', part: { type: 'HTTP', timeoutInMillis: 90_000 }, counts: 29_000 },
  {
    rule: 'a stream asks no stage',
    part: { responseTransferMode: 'STREAM', timeoutInMillis: 900_000 },
    counts: 900_000,
  },
])('timeout: $rule ($counts)', async ({ part, stage: maximum, counts }) => {
  const patient = await held(part, maximum);
  vi.advanceTimersByTime(counts - 1);
  patient.response.end('in time');
  expect(await patient.answer).toMatchObject({ status: 200, body: 'in time' });
  vi.useRealTimers();

  const late = await held(part, maximum);
  vi.advanceTimersByTime(counts);
  expect(await late.answer).toMatchObject({ status: 504, body: '{"message":"Endpoint request timed out"}' });
  late.response.destroy();
});

test('HTTP: what is left of the time counts for the body too', async () => {
  const call = await held({ type: 'HTTP', timeoutInMillis: 900_000 }, 900_000);
  call.response.write('begun');
  await eventually(() => expect(vi.getTimerCount()).toBe(1));
  vi.advanceTimersByTime(900_000);
  expect((await call.answer).status).toBe(504);
  call.response.destroy();
});

test.each([
  'HTTP',
  'HTTP_PROXY',
] as const)('%s: within its timeout a body may come as slowly as it likes', async (type) => {
  const limits = { rateWindow: 40, minBodyRate: 100_000 };
  const patient = await createTestGateway(undefined, {}, limits);
  onTestFinished(() => patient.close());
  const document = integration({ type, httpMethod: 'GET', uri: backend.url, timeoutInMillis: 20_000 });
  patient.gateway.apply(snapshot({ deployments: [deployment({ '/': [method('GET', document)] })] }));
  asked = (response) => {
    response.write('slow');
    setTimeout(() => response.end('ly'), 200);
  };
  expect(await patient.call('')).toMatchObject({ status: 200, body: 'slowly' });
});
