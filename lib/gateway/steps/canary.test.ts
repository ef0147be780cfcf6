import { afterEach, expect, test } from 'vitest';
import type { CachingDocument, CanaryDocument, StageDocument } from '../snapshot/types';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import {
  apiKey,
  deployment,
  integration,
  integrationResponse,
  method,
  snapshot,
  stage,
  usagePlan,
} from '../testing/documents';

/* Reference section 13, canary. */
let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

/** Says which deployment answered, what its variables are and whether it takes itself for a canary. */
function version(deploymentId: string) {
  const template = `{"deployment":"$context.deploymentId","a":"$stageVariables.a","b":"$stageVariables.b","canary":"$context.isCanaryRequest","stage":"$context.stage","at":"$context.requestTimeEpoch"}`;
  const responses = { 200: integrationResponse({ responseTemplates: { 'application/json': template } }) };
  const get = method('GET', integration({ integrationResponses: responses }));
  return deployment({ '/': [get], [`/only-${deploymentId}`]: [get] }, { deploymentId });
}

const CANARY: CanaryDocument = {
  percentTraffic: 100,
  deploymentId: 'dep2',
  stageVariableOverrides: { b: 'new' },
  useStageCache: false,
};

async function start(canary: Partial<CanaryDocument> | undefined, part: Partial<StageDocument> = {}) {
  gateway = await createTestGateway(
    snapshot({
      deployments: [version('dep1'), version('dep2')],
      stages: [
        stage({
          variables: { a: 'kept', b: 'old' },
          ...(canary && { canary: { ...CANARY, ...canary } }),
          ...part,
        }),
      ],
      usagePlans: [usagePlan()],
      apiKeys: [apiKey('k')],
    }),
  );
  return gateway;
}

test.each([
  {
    rule: 'no canary: the context says nothing of one',
    canary: undefined,
    says: { deployment: 'dep1', a: 'kept', b: 'old', canary: '' },
    recordedAs: 'prod',
  },
  {
    rule: '0 %: all to the stage',
    canary: { percentTraffic: 0 },
    says: { deployment: 'dep1', a: 'kept', b: 'old', canary: 'false' },
    recordedAs: 'prod',
  },
  {
    rule: '100 %: all to the canary, its overrides over the stage’s variables',
    canary: {},
    says: { deployment: 'dep2', a: 'kept', b: 'new', canary: 'true' },
    recordedAs: 'prod/Canary',
  },
  {
    rule: 'of the same deployment, with other variables',
    canary: { deploymentId: 'dep1' },
    says: { deployment: 'dep1', a: 'kept', b: 'new', canary: 'true' },
    recordedAs: 'prod/Canary',
  },
])('$rule', async ({ canary, says, recordedAs }) => {
  const { call, recorder } = await start(canary);
  const { body } = await call('/');
  expect(JSON.parse(body)).toMatchObject({ ...says, stage: 'prod' });
  const [record] = await recorder.recorded(1);
  expect(record?.stageName).toBe(recordedAs);
});

test('its share is drawn anew for every call', async () => {
  const { call } = await start({ percentTraffic: 50 });
  const seen: string[] = [];
  for (let n = 0; n < 64; n += 1) seen.push(JSON.parse((await call('/')).body).deployment);
  // All 64 on one side: once in 2^63 runs.
  expect(new Set(seen)).toEqual(new Set(['dep1', 'dep2']));
});

test('what only one deployment has is missing in the other', async () => {
  const { call } = await start({});
  expect([(await call('/only-dep2')).status, (await call('/only-dep1')).status]).toEqual([200, 403]);
});

test('stage and canary share the stage’s throttle', async () => {
  const { call, gateway: engine } = await start({}, { throttle: { rateLimit: 0, burstLimit: 1 } });
  expect((await call('/')).status).toBe(200);
  const promoted = stage({ deploymentId: 'dep2', throttle: { rateLimit: 0, burstLimit: 1 } });
  engine.apply(snapshot({ revision: 2, deployments: [version('dep2')], stages: [promoted] }));
  expect((await call('/')).status).toBe(429);
});

test('a canary whose deployment is missing is refused, and what served goes on', async () => {
  const { call, gateway: engine } = await start(undefined);
  const stages = [stage({ canary: { ...CANARY, deploymentId: 'dep9' } })];
  expect(() => engine.apply(snapshot({ revision: 2, deployments: [version('dep1')], stages }))).toThrow(
    'stages[0].canary.deploymentId: deployment dep9 is not here',
  );
  expect((await call('/')).status).toBe(200);
});

const caching: CachingDocument = {
  cachingEnabled: true,
  cacheTtlInSeconds: 300,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403',
};

test.each([
  { rule: 'its own cache', useStageCache: false, deploymentId: 'dep1', shared: false },
  {
    rule: 'the stage’s cache, same deployment: shared',
    useStageCache: true,
    deploymentId: 'dep1',
    shared: true,
  },
  {
    rule: 'the stage’s cache, another deployment: own entries',
    useStageCache: true,
    deploymentId: 'dep2',
    shared: false,
  },
])('$rule', async ({ useStageCache, deploymentId, shared }) => {
  const cached = { cacheBytes: 1_000_000, caching };
  const { call, gateway: engine, recorder } = await start({ percentTraffic: 0 }, cached);
  await call('/');
  const canary = { ...CANARY, useStageCache, deploymentId };
  const stages = [stage({ canary, variables: { a: 'kept', b: 'old' }, ...cached })];
  engine.apply(snapshot({ revision: 2, deployments: [version('dep1'), version('dep2')], stages }));
  const { body } = await call('/');
  expect(JSON.parse(body).b).toBe(shared ? 'old' : 'new');
  const [, second] = await recorder.recorded(2);
  expect(second?.cache).toBe(shared ? 'hit' : 'miss');
});
