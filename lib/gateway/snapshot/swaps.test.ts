import { Agent } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createTestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot, stage } from '../testing/documents';
import type { Answer } from '../testing/sendRequest';
import type { Snapshot } from './types';

const SWAPS = 1_000;
/** So many resources that a thousand deployments which are not let go would fill hundreds of megabytes. */
const RESOURCES = 20;

/** A version tells its number in a header, the status, and the body: a mixed answer would show. */
function version(number: number, basis: number | null): Snapshot {
  const document = integration({
    requestTemplates: { 'application/json': `{"statusCode": ${number % 2 ? 201 : 202}}` },
    integrationResponses: Object.fromEntries(
      [201, 202].map((code) => [
        code,
        integrationResponse({
          statusCode: String(code),
          selectionPattern: String(code),
          responseParameters: { 'method.response.header.X-Version': `'${number}'` },
          responseTemplates: { 'application/json': `${number} $stageVariables.version` },
        }),
      ]),
    ),
  });
  const paths = Array.from({ length: RESOURCES }, (_, index) => (index === 0 ? '/' : `/r${index}`));
  const resources = Object.fromEntries(paths.map((path) => [path, [method('GET', document)]]));
  const deploymentId = `dep${number}`;
  return snapshot({
    revision: number,
    basis,
    deployments: [deployment(resources, { deploymentId })],
    stages: [stage({ deploymentId, variables: { version: String(number) } })],
  });
}

/** All parts of an answer are of one version, and of one that has served. */
function isWhole({ status, headers, body }: Answer, newest: number): boolean {
  const number = Number(headers['x-version']);
  const parts = status === (number % 2 ? 201 : 202) && body === `${number} ${number}`;
  return parts && number >= 1 && number <= newest;
}

/** Bytes in use once all garbage is gone. */
function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  return process.memoryUsage().heapUsed;
}

test('F10: 1,000 swaps under keep-alive load: 0 failed, every answer of one version, live at once, memory flat', async () => {
  // What is tested keeps no call; the recorder that tests have keeps all.
  const { gateway, call, close } = await createTestGateway(version(1, null), { recorder: { record() {} } });
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  let running = true;
  let newest = 1;
  let calls = 0;
  const failed: unknown[] = [];
  const client = async () => {
    while (running) {
      const answer = await call('/', { agent }).catch((error: Error) => error);
      calls += 1;
      if (answer instanceof Error || !isWhole(answer, newest)) failed.push(answer);
    }
  };
  const clients = Array.from({ length: 8 }, client);
  let warmHeap = 0;
  while (newest <= SWAPS) {
    newest += 1;
    gateway.apply(version(newest, newest % 10 ? newest - 1 : null));
    expect(gateway.revision()).toBe(newest);
    // The next answer after the swap is the new version's: live at once.
    expect((await call('/', { agent })).body).toBe(`${newest} ${newest}`);
    if (newest === SWAPS / 10) warmHeap = usedHeap();
  }
  running = false;
  await Promise.all(clients);
  expect(failed).toEqual([]);
  expect(calls).toBeGreaterThan(SWAPS);
  expect(usedHeap() - warmHeap).toBeLessThan(50 * 1024 * 1024);
  agent.destroy();
  await close();
}, 600_000);
