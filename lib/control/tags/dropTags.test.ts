import { beforeEach, expect, test } from 'vitest';
import { tags } from '@/db/schema';
import type { Actor } from '@/lib/model/role';
import { type PortalWorld, portalWorld } from '../portal/testing';
import { portalOf } from '../portals/testing';
import { editor, testControl } from '../testControl';
import { testActor } from '../testing';
import { kinds } from './findTagged';

const kit = testControl();
const administrator = testActor('administrator');
let world: PortalWorld;
let control: PortalWorld['control'];
beforeEach(() => {
  world = portalWorld(kit.database);
  control = world.control;
});

/** Path of its ARN, and how it goes. */
type Taggable = [path: string, remove: () => Promise<unknown>];
type Removal = (id: string) => Promise<unknown>;
const account = (path: string) => (/^\/portal/.test(path) ? '000000000000' : '');
const deleteRestApi: Removal = (id) => control.restApis.delete(editor, id);
const deleteApi: Removal = (id) => control.apis.delete(editor, id);
const deleteRestStage: Removal = (id) => control.stages.delete(editor, id, 'prod');
const deleteApiStage: Removal = (id) => control.apis.stages.delete(editor, id, 'prod');

async function socketApi(): Promise<string> {
  const { apiId } = await control.apis.create(editor, {
    name: 'chat',
    protocolType: 'WEBSOCKET',
    routeSelectionExpression: '$request.body.action',
  });
  const { integrationId } = await control.apis.integrations.create(editor, apiId, {
    integrationType: 'MOCK',
  });
  await control.apis.routes.create(editor, apiId, {
    routeKey: '$default',
    target: `integrations/${integrationId}`,
  });
  const { deploymentId } = await control.apis.deployments.create(editor, apiId, {});
  await control.apis.stages.create(editor, apiId, { stageName: 'prod', deploymentId });
  return apiId;
}

const of =
  (make: () => Promise<string>, path: (id: string) => string, remove: Removal) =>
  async (): Promise<Taggable> => {
    const id = await make();
    return [path(id), () => remove(id)];
  };
const restApi = () => world.api('pets');
const productOf = (make: () => Promise<string>, remove: Removal) => async (): Promise<Taggable> => {
  const id = await make();
  return [`/portalproducts/${await world.product(id)}`, () => remove(id)];
};
/** A developer's own key of an app. */
const appKey = (remove: (ada: Actor, appId: string) => Promise<unknown>) => async (): Promise<Taggable> => {
  const ada = await world.developer('ada');
  const { id: appId } = await control.portal.createApp(ada, { name: 'app' });
  const { id } = await control.portal.createKey(ada, appId, { name: 'key' });
  return [`/apikeys/${id}`, () => remove(ada, appId)];
};

const taggable: [kind: string, make: () => Promise<Taggable>][] = [
  ['restapis', of(restApi, (id) => `/restapis/${id}`, deleteRestApi)],
  ['restapis stages', of(restApi, (id) => `/restapis/${id}/stages/prod`, deleteRestStage)],
  ['restapis stages, with the API', of(restApi, (id) => `/restapis/${id}/stages/prod`, deleteRestApi)],
  ['apis', of(socketApi, (id) => `/apis/${id}`, deleteApi)],
  ['apis stages', of(socketApi, (id) => `/apis/${id}/stages/prod`, deleteApiStage)],
  ['apis stages, with the API', of(socketApi, (id) => `/apis/${id}/stages/prod`, deleteApi)],
  [
    'apikeys',
    of(
      async () => (await control.apiKeys.create(editor, { name: 'k' })).id,
      (id) => `/apikeys/${id}`,
      (id) => control.apiKeys.delete(editor, id),
    ),
  ],
  ['apikeys, with the app', appKey((ada, appId) => control.portal.deleteApp(ada, appId))],
  ['apikeys, with the app’s owner', appKey(() => control.users.delete(administrator, 'ada'))],
  [
    'usageplans',
    of(
      async () => (await control.usagePlans.create(editor, { name: 'p' })).id,
      (id) => `/usageplans/${id}`,
      (id) => control.usagePlans.delete(editor, id),
    ),
  ],
  [
    'clientcertificates',
    of(
      async () => (await control.clientCertificates.generate(editor, {})).clientCertificateId,
      (id) => `/clientcertificates/${id}`,
      (id) => control.clientCertificates.delete(editor, id),
    ),
  ],
  [
    'domainnames',
    of(
      async () => (await control.domainNames.create(editor, { domainName: '*.example.com' })).domainName,
      (id) => `/domainnames/${id}`,
      (id) => control.domainNames.delete(editor, id),
    ),
  ],
  [
    'vpclinks',
    of(
      async () => (await control.vpcLinks.create(editor, { name: 'l', targets: ['10.0.0.7:80'] })).id,
      (id) => `/vpclinks/${id}`,
      (id) => control.vpcLinks.delete(editor, id),
    ),
  ],
  [
    'portals',
    of(
      async () => (await control.portals.create(editor, portalOf())).portalId,
      (id) => `/portals/${id}`,
      (id) => control.portals.delete(editor, id),
    ),
  ],
  [
    'portalproducts',
    of(
      async () => (await control.portals.products.create(editor, { displayName: 'Pets' })).portalProductId,
      (id) => `/portalproducts/${id}`,
      (id) => control.portals.products.delete(editor, id),
    ),
  ],
  ['portalproducts, with the stage', productOf(restApi, deleteRestStage)],
  ['portalproducts, with the REST API', productOf(restApi, deleteRestApi)],
  ['portalproducts, with the stage of a WebSocket API', productOf(socketApi, deleteApiStage)],
  ['portalproducts, with the WebSocket API', productOf(socketApi, deleteApi)],
];

test.each(taggable)('tags go with what they are of: %s', async (_kind, make) => {
  const [path, remove] = await make();
  await control.tags.tag(editor, `arn:aws:apigateway:us-east-1:${account(path)}:${path}`, { old: 'yes' });
  await remove();
  expect(await kit.database.db.select().from(tags)).toEqual([]);
});

test('every kind is tried, and stages of every kind that has some', () => {
  const stages = Object.entries(kinds).flatMap(([kind, of]) => (of.stages ? [`${kind} stages`] : []));
  const tried = taggable.map(([kind]) => kind);
  expect(tried).toEqual(expect.arrayContaining([...Object.keys(kinds), ...stages]));
});

test('a domain name that is made again has none of the old ones', async () => {
  const domainName = 'api.example.com';
  const arn = `arn:aws:apigateway:us-east-1::/domainnames/${domainName}`;
  await control.domainNames.create(editor, { domainName });
  await control.tags.tag(editor, arn, { old: 'yes' });
  await control.domainNames.delete(editor, domainName);
  await control.domainNames.create(editor, { domainName });
  expect(await control.tags.get(editor, arn)).toEqual({});
});

test('stages of the same name that are made again have none of the old ones', async () => {
  const apiId = await socketApi();
  const restApiId = await restApi();
  const arns = [`restapis/${restApiId}`, `apis/${apiId}`].map(
    (path) => `arn:aws:apigateway:us-east-1::/${path}/stages/prod`,
  );
  for (const arn of arns) await control.tags.tag(editor, arn, { old: 'yes' });
  await deleteRestStage(restApiId);
  await deleteApiStage(apiId);
  await control.deployments.create(editor, restApiId, { stageName: 'prod' });
  await control.apis.stages.create(editor, apiId, { stageName: 'prod' });
  for (const arn of arns) expect(await control.tags.get(editor, arn)).toEqual({});
});
