import { expect, onTestFinished, test } from 'vitest';
import type { IntegrationType } from '../snapshot/types';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot } from '../testing/documents';
import { faultsBeforeBody, faultsInBody } from '../transport/testing/backendFaults';
import { type Script, scriptedBackend } from '../transport/testing/scriptedBackend';
import { OK } from '../transport/testing/testBackends';

const TIMEOUT = 300;
/** AWS's bodies, to the byte (reference/rest-execution.md section 2): a caller learns nothing of the backend. */
const BODIES: Record<number, string[]> = {
  502: ['{"message": "Internal server error"}'],
  504: [
    '{"message":"Endpoint request timed out"}',
    '{"message":"Network error communicating with endpoint"}',
  ],
};

/** An API of two routes: one's backend does as scripted, the other's answers. */
async function failingApi(type: IntegrationType, script: Script): Promise<TestGateway> {
  const [failing, good] = [await scriptedBackend(script), await scriptedBackend(OK)];
  const to = (uri: string, timeoutInMillis = 29_000) =>
    method('GET', integration({ type, httpMethod: 'GET', uri: `${uri}/`, timeoutInMillis }));
  const resources = { '/failing': [to(failing.origin, TIMEOUT)], '/good': [to(good.origin)] };
  const gateway = await createTestGateway(snapshot({ deployments: [deployment(resources)] }));
  onTestFinished(() => gateway.close());
  return gateway;
}

type Fault = [name: string, type: IntegrationType, script: Script];
/** An integration of type HTTP maps the whole body, so all faults come before its answer has begun. */
const faults: Fault[] = [
  ...faultsBeforeBody.map(([name, , script]): Fault => [name, 'HTTP_PROXY', script]),
  ...faultsBeforeBody.map(([name, , script]): Fault => [name, 'HTTP', script]),
  ...faultsInBody.map(([name, script]): Fault => [name, 'HTTP', script]),
];

test.each(
  faults,
)('F7 a backend that %s (%s) is 502 or 504 in time, beside a good one', async (_name, type, script) => {
  const { call } = await failingApi(type, script);
  const [failed, ...good] = await Promise.all([
    call('/failing'),
    ...Array.from({ length: 5 }, () => call('/good')),
  ]);
  expect(BODIES[failed.status]).toContain(failed.body);
  expect(good.map(({ status }) => status)).toEqual(Array(5).fill(200));
});

/** A drip is cut once the window of its rate is over, which transport/backendFaults.test.ts makes short. */
const cutAtOnce = faultsInBody.filter(([name]) => name !== 'drips');

test.each(
  cutAtOnce,
)('F7 a backend that %s cuts an answer that has begun, beside a good one', async (_name, script) => {
  const { call } = await failingApi('HTTP_PROXY', script);
  await expect(call('/failing')).rejects.toThrow();
  expect((await call('/good')).status).toBe(200);
});
