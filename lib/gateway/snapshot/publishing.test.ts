import { expect, test } from 'vitest';
import { createTestGateway } from '../testing/createTestGateway';
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
import { ApiKeyTable } from './ApiKeyTable';
import { buildServing } from './buildServing';
import { SnapshotRejected } from './SnapshotRejected';
import type { Snapshot } from './types';

type Json = Record<string, unknown>;
type Place = { holder: Json; key: string };

/** Every field of a document, at every depth. */
function placesOf(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push({ holder: value as Json, key });
    placesOf((value as Json)[key], found);
  }
  return found;
}

const wrongValues: unknown[] = [
  null,
  -1,
  1.5,
  'x',
  '',
  [],
  {},
  true,
  [null],
  { constructor: 1 },
  '(a+)+',
  '{',
  Number.MAX_VALUE,
];

function full(revision: number): Snapshot {
  const http = integration({
    type: 'HTTP',
    httpMethod: 'POST',
    uri: 'http://127.0.0.1:9/{id}',
    requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
    requestTemplates: { 'application/json': '#if(true)$input.body#end' },
    integrationResponses: {
      200: integrationResponse({
        selectionPattern: '2\\d{2}',
        responseTemplates: { 'application/json': '$x' },
      }),
    },
  });
  const resources = { '/ok': [method('GET', integration())], '/pets/{id}': [method('POST', http)] };
  return snapshot({
    revision,
    deployments: [
      deployment(resources, {
        deploymentId: `full${revision}`,
        requestValidators: [{ id: 'v', validateRequestParameters: true }],
      }),
    ],
    stages: [
      stage({
        deploymentId: `full${revision}`,
        throttle: { rateLimit: 1_000, burstLimit: 1_000 },
        methodThrottles: { '/ok/GET': { rateLimit: 1_000, burstLimit: 1_000 } },
      }),
    ],
    usagePlans: [usagePlan({ quota: { limit: 1, offset: 0, period: 'DAY' } })],
    apiKeys: [apiKey('one')],
  });
}

test('F11: 400 mutated snapshots are refused whole with place and reason, or are valid; calls never fail', async () => {
  const { gateway, call, close } = await createTestGateway(full(1));
  let seed = 11;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  let refused = 0;
  for (let round = 0; round < 400; round += 1) {
    const good = gateway.revision();
    const mutated = structuredClone(full(round + 2));
    const places = placesOf(mutated);
    const place = places[random(places.length)];
    if (!place) throw new Error('a snapshot has fields');
    if (round % 4 === 0) place.holder[`${place.key}X`] = 1;
    else if (round % 4 === 1) delete place.holder[place.key];
    else place.holder[place.key] = wrongValues[random(wrongValues.length)];
    try {
      gateway.apply(mutated);
      // Valid all the same (a renamed resource, another limit): bring the good one back.
      gateway.apply(full(round + 2));
    } catch (error) {
      expect(error).toBeInstanceOf(SnapshotRejected);
      expect((error as SnapshotRejected).message).not.toBe('');
      expect(gateway.revision()).toBe(good);
      refused += 1;
    }
    if (round % 20 === 0) expect((await call('/ok')).status).toBe(200);
  }
  expect(refused).toBeGreaterThan(200);
  await close();
});

const good = snapshot({ deployments: [deployment({ '/': [method('GET', integration())] })] });
const withMethod = (part: Parameters<typeof integration>[0]): Snapshot =>
  snapshot({ deployments: [deployment({ '/': [method('GET', integration(part))] })] });

test.each<{ reason: string; document: unknown; says: string }>([
  {
    reason: 'an older format',
    document: { ...good, format: 0 },
    says: 'format: this engine runs format 1, not 0',
  },
  { reason: 'a newer format', document: { ...good, format: 2 }, says: 'not 2' },
  { reason: 'no document', document: null, says: 'not undefined' },
  { reason: 'an unknown field', document: { ...good, wafRules: [] }, says: 'wafRules' },
  {
    reason: 'an unknown field deep down',
    document: snapshot({ stages: [{ ...stage(), canary: 1 } as never] }),
    says: 'stages[0]',
  },
  {
    reason: 'an unknown integration type',
    document: withMethod({ type: 'SOAP' as never }),
    says: 'type',
  },
  {
    reason: 'a stage without its deployment',
    document: snapshot({ stages: [stage({ deploymentId: 'nope' })] }),
    says: 'stages[0].deploymentId',
  },
  { reason: 'a stage twice', document: { ...good, stages: [stage(), stage()] }, says: 'there twice' },
  {
    reason: 'a mapping that is none',
    document: withMethod({
      type: 'HTTP',
      httpMethod: 'GET',
      uri: 'http://x/',
      requestParameters: { 'integration.request.header.a': 'nonsense' },
    }),
    says: 'invalid mapping expression',
  },
  {
    reason: 'a URI that is not http',
    document: withMethod({ type: 'HTTP', httpMethod: 'GET', uri: 'file:///etc' }),
    says: 'not an http(s) URL',
  },
  {
    reason: 'a timeout beyond any stage',
    document: withMethod({ timeoutInMillis: 900_001 }),
    says: 'timeoutInMillis',
  },
  {
    reason: 'the same path twice',
    document: snapshot({ deployments: [deployment({ '/{a}': [], '/{b}': [] })] }),
    says: 'resources[1].path',
  },
  {
    reason: 'two keys of one value',
    document: { ...good, apiKeys: [apiKey('a'), { ...apiKey('b'), valueHash: apiKey('a').valueHash }] },
    says: 'another key has this value',
  },
  {
    reason: 'a change of a revision that is not here',
    document: { ...good, revision: 9, basis: 7 },
    says: 'stands at 1',
  },
])('refused with its reason: $reason', async ({ document, says }) => {
  const { gateway, call, close } = await createTestGateway(good);
  expect(() => gateway.apply(document as Snapshot)).toThrow(says);
  expect(gateway.revision()).toBe(1);
  expect((await call('/')).status).toBe(200);
  await close();
});

test('a change: keys come, change value, and go; plans are whole; deployments stay', async () => {
  const keyed = method('GET', integration(), { apiKeyRequired: true });
  const { gateway, call, close } = await createTestGateway(
    snapshot({
      deployments: [deployment({ '/': [keyed] })],
      usagePlans: [usagePlan()],
      apiKeys: [apiKey('a'), apiKey('b')],
    }),
  );
  const status = async (key: string) => (await call('/', { headers: { 'x-api-key': key } })).status;
  const change = (revision: number, part: Partial<Snapshot>) =>
    gateway.apply(snapshot({ revision, basis: revision - 1, usagePlans: [usagePlan()], ...part }));
  expect([await status('a'), await status('b'), await status('c')]).toEqual([200, 200, 403]);

  change(2, { apiKeys: [apiKey('c')], removedApiKeyIds: ['a'] });
  expect([await status('a'), await status('b'), await status('c')]).toEqual([403, 200, 200]);

  change(3, { apiKeys: [{ ...apiKey('b'), valueHash: apiKey('new value').valueHash }] });
  expect([await status('b'), await status('new value')]).toEqual([403, 200]);

  change(4, { apiKeys: [apiKey('c', { enabled: false })] });
  expect(await status('c')).toBe(403);

  // Two keys trade their values in one change.
  change(5, { apiKeys: [apiKey('b'), apiKey('c')] });
  change(6, {
    apiKeys: [
      { ...apiKey('b'), valueHash: apiKey('c').valueHash },
      { ...apiKey('c'), valueHash: apiKey('b').valueHash },
    ],
  });
  expect([await status('b'), await status('c')]).toEqual([200, 200]);

  change(7, { usagePlans: [] });
  expect(await status('b')).toBe(403);
  await close();
});

test('a change that needs a deployment which was let go asks for a complete snapshot', async () => {
  const { gateway, close } = await createTestGateway(good);
  gateway.apply({
    ...snapshot({ revision: 2, basis: 1 }),
    deployments: [deployment({ '/': [method('GET', integration())] }, { deploymentId: 'dep2' })],
    stages: [stage({ deploymentId: 'dep2' })],
  });
  const back = snapshot({ revision: 3, basis: 2 });
  expect(() => gateway.apply(back)).toThrow(expect.objectContaining({ needsComplete: true }));
  gateway.apply({ ...good, revision: 3 });
  expect(gateway.revision()).toBe(3);
  await close();
});

test('a deployment that is sent again is not compiled again; another one under its id counts', () => {
  const keys = new ApiKeyTable();
  const first = buildServing(good, undefined, keys);
  const again = buildServing(structuredClone(good), first, keys);
  const delta = buildServing({ ...good, basis: 1, deployments: [] }, again, keys);
  const other = buildServing(withMethod({ timeoutInMillis: 50 }), delta, keys);
  const deployments = [first, again, delta, other].map((serving) => serving.deployments.get('api1/dep1'));
  expect(deployments[1]).toBe(deployments[0]);
  expect(deployments[2]).toBe(deployments[0]);
  expect(deployments[3]).not.toBe(deployments[0]);
});

test('growth: a change among 200,000 keys costs no copy of the rest, and each key is found', async () => {
  const keyed = method('GET', integration(), { apiKeyRequired: true });
  const apiKeys = Array.from({ length: 200_000 }, (_, index) => apiKey(`k${index}`));
  const base = { deployments: [deployment({ '/': [keyed] })], usagePlans: [usagePlan()] };
  const { gateway, call, close } = await createTestGateway(snapshot({ ...base, apiKeys }));
  gateway.apply(snapshot({ ...base, revision: 2, basis: 1, removedApiKeyIds: ['k7'] }));
  const status = async (key: string) => (await call('/', { headers: { 'x-api-key': key } })).status;
  expect([await status('k0'), await status('k7'), await status('k199999')]).toEqual([200, 403, 200]);
  await close();
});

test('the snapshot of an empty database, revision 0, is one to stand on', async () => {
  const { gateway, call, close } = await createTestGateway(snapshot({ revision: 0, stages: [] }));
  expect((await call('/')).status).toBe(403);
  gateway.apply({ ...good, basis: 0 });
  expect((await call('/')).status).toBe(200);
  await close();
});
