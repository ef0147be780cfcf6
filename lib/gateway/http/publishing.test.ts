import { afterEach, expect, test } from 'vitest';
import { SnapshotRejected } from '../snapshot/SnapshotRejected';
import type { Snapshot } from '../snapshot/types';
import { apiIntegration, apiStage, route } from '../testing/apiDocuments';
import { seededRandom } from '../testing/seededRandom';
import { FUNCTION, type HttpApiUnderTest, startHttpApi } from '../testing/startHttpApi';

/* reliability.md F10 and F11: a publication counts whole or not at all. */
let api: HttpApiUnderTest | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});

const authorizers = [
  {
    authorizerId: 'j',
    name: 'j',
    authorizerType: 'JWT' as const,
    jwtConfiguration: { issuer: 'https://i.test', audience: ['a'] },
  },
  {
    authorizerId: 'r',
    name: 'r',
    authorizerType: 'REQUEST' as const,
    authorizerUri: FUNCTION,
    identitySource: ['$request.header.a'],
  },
];
const start = async () => {
  api = await startHttpApi({
    deployment: {
      routes: [
        route('GET /a/{id}'),
        route('GET /jwt', { authorizationType: 'JWT', authorizerId: 'j' }),
        route('ANY /fn/{p+}', { authorizationType: 'CUSTOM', authorizerId: 'r' }),
        route('$default'),
      ],
      authorizers,
    },
    integration: {
      requestParameters: { 'append:header.a': '$request.path' },
      responseParameters: { 200: { 'overwrite:header.b': '$context.stage' } },
    },
    api: { corsConfiguration: { allowOrigins: ['https://a.test'], allowMethods: ['GET'] } },
  });
  return api;
};

const WRONG: unknown[] = [
  null,
  0,
  -1,
  '',
  'x',
  true,
  [],
  {},
  ['x'],
  '../',
  '{',
  '${',
  '$request.',
  1e9,
  '\u0000',
];

/** One value somewhere in the document replaced, or taken out. */
function mutated(document: Snapshot, random: () => number): Snapshot {
  const copy = structuredClone(document);
  const { apis, apiStages, apiDeployments } = copy;
  let at: unknown = { apis, apiStages, apiDeployments };
  for (;;) {
    const keys = Object.keys(at as object);
    const key = keys[Math.floor(random() * keys.length)];
    if (key === undefined) return copy;
    const holder = at as Record<string, unknown>;
    const next = holder[key];
    if (typeof next === 'object' && next !== null && Object.keys(next).length > 0 && random() < 0.9)
      at = next;
    else {
      if (random() < 0.2) delete holder[key];
      else holder[random() < 0.1 ? `${key}x` : key] = WRONG[Math.floor(random() * WRONG.length)];
      return copy;
    }
  }
}

test('F11: 2,000 mutated publications are refused with place and reason, or serve; calls never fail unforeseen', async () => {
  const { gateway, snapshot, get, errors } = await start();
  const { below } = seededRandom(11);
  const random = () => below(1_000) / 1_000;
  let refused = 0;
  for (let round = 0; round < 2_000; round += 1) {
    const before = gateway.revision();
    try {
      gateway.apply({ ...mutated(snapshot, random), revision: round + 2 });
      if (round % 20 === 0) await get('/a/1');
    } catch (error) {
      expect(error).toBeInstanceOf(SnapshotRejected);
      expect((error as SnapshotRejected).reason).not.toBe('');
      expect(gateway.revision()).toBe(before);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(500);
  expect(errors.filter(({ message }) => message.includes('nobody foresaw'))).toEqual([]);
  gateway.apply({ ...snapshot, revision: 5_000 });
  expect((await get('/a/1')).status).toBe(200);
});

test('what does not compile leaves what serves', async () => {
  const { gateway, snapshot, get, asked } = await start();
  const [own] = snapshot.apiDeployments ?? [];
  if (!own) throw new Error('no deployment');
  const broken = { ...own, deploymentId: 'dep2', integrations: [apiIntegration({ integrationUri: 'x' })] };
  const next = { apiDeployments: [broken], apiStages: [apiStage({ deploymentId: 'dep2' })] };
  expect(() => gateway.apply({ ...snapshot, ...next, revision: 2 })).toThrow(
    /^apiDeployments\[0\]\.integrations\[0\]: integrationUri is not an http\(s\) URL$/,
  );
  expect((await get('/a/1')).status).toBe(200);
  expect(asked()?.headers.a).toBe('/a/1');
});

test('F10: 300 changes under load: every answer is of one version, none fails', async () => {
  const { gateway, snapshot, get } = await start();
  let over = false;
  const statuses = new Set<number>();
  const load = async () => {
    while (!over) statuses.add((await get('/a/1')).status);
  };
  const running = [load(), load(), load()];
  for (let revision = 2; revision < 302; revision += 1) {
    const stageVariables = { revision: String(revision) };
    gateway.apply({ ...snapshot, apiStages: [apiStage({ stageVariables })], revision });
    await new Promise((resolve) => setImmediate(resolve));
  }
  over = true;
  await Promise.all(running);
  expect([...statuses]).toEqual([200]);
});
