import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { RoutingMode } from '@/lib/model/domainName';
import { testActor } from '../testing';
import { type PortalWorld, portalWorld } from './testing';

const editor = testActor('editor');
let database: TestDatabase;
let world: PortalWorld;
let pets: string;
let called: string[];
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.clear();
  called = [];
  world = portalWorld(database, {
    callGateway: async ({ invokeUrl, pathAndQuery }) => {
      called.push(invokeUrl + pathAndQuery);
      return { status: 200, headers: [], body: new Uint8Array() };
    },
  });
  pets = await world.api('pets');
  await world.product(pets);
});

async function disableDefaultEndpoint() {
  const { restApis, deployments } = world.control;
  await restApis.update(editor, pets, { disableExecuteApiEndpoint: true });
  await deployments.create(editor, pets, { stageName: 'prod' });
}

async function map(domainName: string, basePath: string, stage: string, routingMode?: RoutingMode) {
  const { domainNames } = world.control;
  await domainNames.create(editor, { domainName });
  if (stage === '') await domainNames.createMapping(editor, domainName, { basePath, restApiId: pets });
  else {
    const mapping = { apiId: pets, stage, apiMappingKey: basePath };
    await domainNames.apiMappings.create(editor, domainName, mapping);
  }
  if (routingMode) await domainNames.update(editor, domainName, { routingMode });
}

const own = () => `http://${pets}.execute-api.localhost:8080/prod`;

test('a default endpoint that answers is what readers see, whatever else leads there', async () => {
  await map('api.example.com', '', 'prod');
  expect((await world.control.portal.page('pets')).invokeUrl).toBe(own());
});

test.each<[rule: string, mappings: Parameters<typeof map>[], url: () => string]>([
  ['its own, where nothing else leads there', [], own],
  ['a name', [['api.example.com', '', 'prod']], () => 'http://api.example.com:8080'],
  ['a base path', [['api.example.com', 'pets/v1', 'prod']], () => 'http://api.example.com:8080/pets/v1'],
  [
    'a mapping of all stages',
    [['api.example.com', 'pets', '']],
    () => 'http://api.example.com:8080/pets/prod',
  ],
  [
    'the shortest way',
    [
      ['a.example.com', 'pets', 'prod'],
      ['b.example.com', '', 'prod'],
    ],
    () => 'http://b.example.com:8080',
  ],
  ['no wildcard name', [['*.example.com', '', 'prod']], own],
  ['no name by rules alone', [['api.example.com', '', 'prod', 'ROUTING_RULE_ONLY']], own],
])('with the default endpoint disabled: %s', async (_rule, mappings, url) => {
  await disableDefaultEndpoint();
  for (const mapping of mappings) await map(...mapping);
  const page = await world.control.portal.page('pets');
  expect([page.invokeUrl, page.openapi?.servers]).toEqual([url(), [{ url: url() }]]);
  await world.control.portal.tryIt(editor, 'pets', { method: 'GET', pathAndQuery: '/pets?a=1', headers: [] });
  expect(called).toEqual([`${url()}/pets?a=1`]);
});
