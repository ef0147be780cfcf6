import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/model/role';
import type { ControlPorts } from '../ports';
import { editor, testControl } from '../testControl';
import { testActor } from '../testing';
import { endpoint, openShop, type Shop } from './testing';

const kit = testControl();
const visitor: Actor = { kind: 'visitor' };
let shop: Shop;
let sent: Parameters<ControlPorts['callGateway']>[0][];
beforeEach(async () => {
  sent = [];
  kit.ports.callGateway = async (call) => {
    sent.push(call);
    return { status: 200, headers: [['set-cookie', 'a=b']], body: new Uint8Array([1]) };
  };
  shop = await openShop(kit.control);
  await kit.control.portals.publish(editor, shop.portal.portalId);
});

/** Publishes the product with one endpoint. @returns its page's id */
async function offer(path: string, method: string): Promise<string> {
  const id =
    path === '/pets' && method === 'GET'
      ? shop.listId
      : await endpoint(kit.control, shop.productId, { restApiId: shop.restApiId, path, method });
  const contents = [{ sectionName: 'One', productRestEndpointPageIds: [id] }];
  await kit.control.portals.products.update(editor, shop.productId, { displayOrder: { contents } });
  await kit.control.portals.publish(editor, shop.portal.portalId);
  return id;
}
const tryIt = (pageId: string, call: object = {}, actor: Actor = visitor) =>
  kit.control.portals.tryIt(actor, shop.portal.portalId, pageId, {
    method: 'GET',
    pathAndQuery: '/pets',
    headers: [],
    ...call,
  });

test('a visitor’s call goes to the stage, and comes back without what would act on the page', async () => {
  const body = new TextEncoder().encode('{}');
  const headers: [string, string][] = [
    ['x-api-key', 'mine'],
    ['cookie', 'session=1'],
  ];
  const answer = await tryIt(shop.listId, { pathAndQuery: '/pets?type=dog', headers, body });
  const { restApiId } = shop;
  const pathAndQuery = '/pets?type=dog';
  const invokeUrl = `http://${restApiId}.execute-api.localhost:8080/prod`;
  expect(sent).toEqual([{ invokeUrl, method: 'GET', pathAndQuery, headers: [['x-api-key', 'mine']], body }]);
  expect(answer).toMatchObject({ status: 200, body: new Uint8Array([1]) });
  expect(answer.headers.map(([name]) => name)).not.toContain('set-cookie');
});

test.each<[path: string, method: string, asked: string, pathAndQuery: string, isSent: boolean]>([
  ['/pets', 'GET', 'GET', '/pets', true],
  ['/pets', 'GET', 'get', '/pets/', true],
  ['/pets', 'GET', 'POST', '/pets', false],
  ['/pets', 'GET', 'GET', '/any', false],
  ['/pets', 'GET', 'GET', '/', false],
  ['/pets', 'GET', 'GET', '/pets/../any', false],
  ['/pets/{petId}', 'GET', 'GET', '/pets/7', true],
  ['/pets/{petId}', 'GET', 'GET', '/pets/7?a=/any', true],
  ['/pets/{petId}', 'GET', 'GET', '/pets/mine', false],
  ['/pets/{petId}', 'GET', 'GET', '/pets/m%69ne', false],
  ['/pets/{petId}', 'GET', 'GET', '/pets', false],
  ['/pets/{petId}', 'GET', 'GET', '/pets/7/8', false],
  ['/pets/{petId}', 'GET', 'GET', '/pets//mine', false],
  ['/files/{proxy+}', 'GET', 'GET', '/files/a/b', true],
  ['/files/{proxy+}', 'GET', 'GET', '/pets', false],
  ['/files/{proxy+}', 'DELETE', 'DELETE', '/files/new', true],
  ['/files/{proxy+}', 'GET', 'GET', '/files/new', false],
  ['/files/new', 'GET', 'DELETE', '/files/new', false],
  ['/any', 'ANY', 'PUT', '/any', true],
  ['/any', 'ANY', 'GET', '/any', false],
])('offered %s %s: %s %s', async (path, method, asked, pathAndQuery, isSent) => {
  const id = await offer(path, method);
  const work = tryIt(id, { method: asked, pathAndQuery });
  if (isSent) await work;
  else await expect(work).rejects.toMatchObject({ code: 'BadRequestException' });
  expect(sent).toHaveLength(isSent ? 1 : 0);
});

test('the method that was looked at is the one that counts: no other is asked for behind it', async () => {
  await tryIt(shop.listId, { headers: [['X-HTTP-Method-Override', 'POST']] });
  expect(sent.map(({ method, headers }) => ({ method, headers }))).toEqual([{ method: 'GET', headers: [] }]);
});

describe('is not reached', () => {
  const refused = async (code: string, work = tryIt(shop.listId)) => {
    await expect(work).rejects.toMatchObject({ code });
    expect(sent).toEqual([]);
  };

  test('an endpoint of a portal that is not published', async () => {
    await kit.control.portals.disable(editor, shop.portal.portalId);
    await refused('NotFoundException');
  });

  test('an endpoint that is only in the product, or in a preview', async () => {
    const { restApiId, productId } = shop;
    const id = await endpoint(kit.control, productId, { restApiId, path: '/pets', method: 'POST' });
    await refused('NotFoundException', tryIt(id, { method: 'POST' }));
    await kit.control.portals.disable(editor, shop.portal.portalId);
    await kit.control.portals.preview(editor, shop.portal.portalId);
    await refused('NotFoundException');
  });

  test('one whose page offers no try-it', async () => {
    const { productId, listId } = shop;
    await kit.control.portals.endpointPages.update(editor, productId, listId, { tryItState: 'DISABLED' });
    await kit.control.portals.publish(editor, shop.portal.portalId);
    await refused('AccessDeniedException');
  });

  test('one that the stage no longer serves', async () => {
    await kit.control.restApis.delete(editor, shop.restApiId);
    await refused('NotFoundException');
  });

  test('one whose method the stage has no more, though a greedy resource answers it now', async () => {
    const { restApiId } = shop;
    const id = await offer('/any', 'ANY');
    const greedy = {
      'x-amazon-apigateway-any-method': {
        'x-amazon-apigateway-integration': { type: 'mock' },
      },
    };
    const document = JSON.stringify({
      openapi: '3.0.1',
      info: { title: 'Shop' },
      paths: { '/any': { get: greedy['x-amazon-apigateway-any-method'] }, '/{proxy+}': greedy },
    });
    await kit.control.restApis.import(editor, { document, restApiId, mode: 'overwrite' });
    await kit.control.deployments.create(editor, restApiId, { stageName: 'prod' });
    await refused('BadRequestException', tryIt(id, { method: 'PUT', pathAndQuery: '/any' }));
  });

  test('a body of more than 10 MB', () =>
    refused('BadRequestException', tryIt(shop.listId, { body: new Uint8Array(10 * 1024 * 1024 + 1) })));
});

describe('where readers sign in', () => {
  beforeEach(async () => {
    const { userPools, portals } = kit.control;
    const pool = await userPools.create(editor, { name: 'readers' });
    const { clientId } = await userPools.createClient(editor, pool.id, { clientName: 'portal' });
    const cognitoConfig = { appClientId: clientId, userPoolArn: pool.arn, userPoolDomain: pool.issuer };
    await portals.update(editor, shop.portal.portalId, { authorization: { cognitoConfig } });
  });

  test.each<[who: string, actor: Actor, code: string | null]>([
    ['a visitor', visitor, 'UnauthorizedException'],
    ['a developer of the catalogue', testActor('developer'), 'AccessDeniedException'],
    ['who reads the console', testActor('viewer'), null],
    ['the page that has seen a reader', { kind: 'system', reason: 'a reader' }, null],
  ])('%s', async (_who, actor, code) => {
    const work = tryIt(shop.listId, {}, actor);
    if (code === null) await work;
    else await expect(work).rejects.toMatchObject({ code });
    expect(sent).toHaveLength(code === null ? 1 : 0);
  });
});
