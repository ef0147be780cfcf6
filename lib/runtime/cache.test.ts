import { expect, test } from 'vitest';
import { type Installation, operator } from './testing/Installation';
import { call } from './testing/Load';
import { type MockApi, mockApi } from './testing/mockApi';
import { sharedInstallation } from './testing/sharedInstallation';

const install = sharedInstallation();

/** An API whose every uncached answer differs, on a stage with a cache, behind two workers. */
async function cachedApi(installation: Installation): Promise<MockApi> {
  const api = await mockApi(installation);
  await installation
    .control('methods')
    .putIntegrationResponses(operator, api.restApiId, api.resourceId, 'GET', {
      '200': {
        statusCode: '200',
        responseTemplates: { 'application/json': '$context.requestId $context.deploymentId' },
      },
    });
  const { restApiId, stageName } = api;
  await installation.control('deployments').create(operator, restApiId, { stageName });
  await installation.control('stages').update(operator, restApiId, stageName, {
    cacheClusterEnabled: true,
    methodSettings: { '*/*': { cachingEnabled: true } },
  });
  return api;
}

/** The different answers to calls over new connections, so that both workers are asked. */
async function answers(url: string, calls = 40): Promise<string[]> {
  const all = await Promise.all(Array.from({ length: calls }, () => call(url, false)));
  return [...new Set(all.map(({ body }) => body))];
}

test('an answer that one worker cached is what all give, until it is flushed', async () => {
  const installation = await install();
  const api = await cachedApi(installation);
  const first = (await call(api.url, false)).body;
  expect(await answers(api.url)).toEqual([first]);

  await installation.control('stages').flushCache(operator, api.restApiId, api.stageName);
  const second = (await call(api.url, false)).body;
  expect(second).not.toBe(first);
  expect(await answers(api.url)).toEqual([second]);
});

test('a canary answers its share through both workers, has a cache of its own, and is promoted', async () => {
  const installation = await install();
  const api = await cachedApi(installation);
  const { restApiId, stageName } = api;
  const stages = installation.control('stages');
  const before = await call(api.url, false);
  const canary = await installation.control('deployments').create(operator, restApiId, {
    stageName,
    canarySettings: { percentTraffic: 100 },
  });
  const [shown, ...others] = await answers(api.url, 1);
  expect(others).toEqual([]);
  expect(shown).toContain(canary.id);
  expect(await answers(api.url)).toEqual([shown]);

  await stages.update(operator, restApiId, stageName, {
    canarySettings: { percentTraffic: 0, deploymentId: canary.id },
  });
  expect(await answers(api.url)).toEqual([before.body]);
  const promoted = await stages.promoteCanary(operator, restApiId, stageName);
  expect(promoted.deploymentId).toBe(canary.id);
  expect((await call(api.url, false)).body).toContain(canary.id);
});
