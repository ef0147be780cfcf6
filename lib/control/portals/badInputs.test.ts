import { beforeEach, describe, expect, test } from 'vitest';
import type { EndpointPageInput, PortalInput, PortalUpdate, ProductUpdate } from '@/lib/model/portalSite';
import { editor, refusal, testControl } from '../testControl';
import { openShop, portalOf, type Shop, theme } from './testing';

const kit = testControl();
let shop: Shop;
beforeEach(async () => {
  shop = await openShop(kit.control);
});
const content = (members: object) => ({ portalContent: { displayName: 'Developers', theme, ...members } });
const colors = (members: object) =>
  content({ theme: { customColors: { ...theme.customColors, ...members } } });
const domain = (domainName: string, certificateArn = 'arn:aws:acm:us-east-1:000000000000:certificate/a') => ({
  endpointConfiguration: { acmManaged: { domainName, certificateArn } },
});
const named = 'endpointConfiguration.acmManaged.domainName';

describe('a portal', () => {
  test.each<[rule: string, members: object, field: string, reason: RegExp]>([
    ['a name too short', content({ displayName: ' ab ' }), 'portalContent.displayName', /3 to 255/],
    ['a name too long', content({ displayName: 'x'.repeat(256) }), 'portalContent.displayName', /3 to 255/],
    ['a long description', content({ description: 'x'.repeat(1025) }), 'portalContent.description', /1,024/],
    [
      'a colour that is style',
      colors({ textColor: 'red;background:url(//x)' }),
      'portalContent.theme.customColors.textColor',
      /#rrggbb/,
    ],
    [
      'a colour too few',
      content({ theme: { customColors: { accentColor: '#fff' } } }),
      'portalContent.theme.customColors.backgroundColor',
      /./,
    ],
    ['two authorizations', { authorization: { none: {}, cognitoConfig: {} } }, 'authorization', /./],
    ['no authorization', { authorization: {} }, 'authorization', /./],
    ['no such product', { portalProductIds: ['nosuch'] }, 'portalProductIds.0', /no portal product nosuch/],
    ['too many products', { portalProductIds: Array(201).fill('x') }, 'portalProductIds', /at most 200/],
    ['no host name', domain('not a name'), named, /name of a host/],
    ['a single label', domain('portal'), named, /name of a host/],
    ['an address', domain('127.0.0.1'), named, /name of a host/],
    ['a wildcard', domain('*.example.com'), named, /name of a host/],
    ['another portal’s default name', domain('p-abc.apigw-portal.localhost'), named, /of Gatehouse itself/],
    [
      'no certificate',
      domain('a.example.com', 'arn:aws:iam::000000000000:role/a'),
      'endpointConfiguration.acmManaged.certificateArn',
      /certificate of ACM/,
    ],
    ['a long monitor name', { rumAppMonitorName: 'x'.repeat(256) }, 'rumAppMonitorName', /./],
    ['a reserved tag', { tags: { 'aws:a': 'b' } }, 'tags.aws:a', /reserved/],
    ['no address of S3', { logoUri: 'https://example.com/logo.png' }, 'logoUri', /s3:\/\/bucket\/key/],
    ['a way out of a bucket', { logoUri: 's3://bucket/../other/key' }, 'logoUri', /s3:\/\/bucket\/key/],
    [
      'S3 that is not configured',
      { logoUri: 's3://bucket/key' },
      'logoUri',
      /upload the logo in the console/,
    ],
  ])('%s', async (_rule, members, field, reason) => {
    const input = { ...portalOf(), ...members } as PortalInput;
    const works = [() => kit.control.portals.create(editor, input)];
    if (!('tags' in members))
      works.push(() => kit.control.portals.update(editor, shop.portal.portalId, members as PortalUpdate));
    for (const work of works) {
      const found = await refusal(kit, work);
      expect(found).toMatchObject({ code: 'BadRequestException', message: expect.stringMatching(reason) });
      expect(found.fields).toContain(field);
    }
  });

  test('a product twice', async () => {
    const twice = { portalProductIds: [shop.productId, shop.productId] };
    const work = () => kit.control.portals.update(editor, shop.portal.portalId, twice);
    expect((await refusal(kit, work)).fields).toEqual(['portalProductIds.1']);
  });

  test('a domain name is one portal’s, in any case', async () => {
    await kit.control.portals.update(editor, shop.portal.portalId, domain('Dev.Example.com'));
    const other = portalOf([], domain('dev.EXAMPLE.com'));
    const refused = await refusal(kit, () => kit.control.portals.create(editor, other));
    expect(refused).toMatchObject({ code: 'ConflictException', fields: [named] });
    await kit.control.portals.update(editor, shop.portal.portalId, domain('dev.example.com'));
  });

  test('a description of a publication that is too long', async () => {
    const long = { description: 'x'.repeat(1025) };
    const work = () => kit.control.portals.publish(editor, shop.portal.portalId, long);
    expect((await refusal(kit, work)).fields).toEqual(['description']);
  });
});

describe('a portal that readers sign in to', () => {
  const userPoolDomain = 'http://localhost:3000/userpools/x';
  const at = 'authorization.cognitoConfig';
  let poolArn = '';
  let clients: Record<'browser' | 'server', string>;
  beforeEach(async () => {
    const { userPools } = kit.control;
    const pool = await userPools.create(editor, { name: 'readers' });
    poolArn = pool.arn;
    const client = async (generateSecret: boolean) =>
      (await userPools.createClient(editor, pool.id, { clientName: 'portal', generateSecret })).clientId;
    clients = { browser: await client(false), server: await client(true) };
  });
  const signIn = (members: object = {}) => ({
    authorization: {
      cognitoConfig: { appClientId: clients.browser, userPoolArn: poolArn, userPoolDomain, ...members },
    },
  });

  test('is one with a pool and a client without a secret', async () => {
    const made = await kit.control.portals.update(editor, shop.portal.portalId, signIn());
    expect(made.authorization).toEqual(signIn().authorization);
  });

  test.each<[rule: string, members: () => object, field: string, reason: RegExp]>([
    ['no such pool', () => ({ userPoolArn: `${poolArn}x` }), 'userPoolArn', /no such user pool/],
    [
      'a pool of another account',
      () => ({ userPoolArn: poolArn.replace('000000000000', '111111111111') }),
      'userPoolArn',
      /no such user pool/,
    ],
    ['no such client', () => ({ appClientId: 'nosuch' }), 'appClientId', /no such app client/],
    ['a client with a secret', () => ({ appClientId: clients.server }), 'appClientId', /has a secret/],
    [
      'a domain that is a script',
      () => ({ userPoolDomain: 'javascript:alert(1)//xxx' }),
      'userPoolDomain',
      /URL/,
    ],
  ])('%s', async (_rule, members, field, reason) => {
    const work = () => kit.control.portals.update(editor, shop.portal.portalId, signIn(members()));
    const found = await refusal(kit, work);
    expect(found).toMatchObject({ code: 'BadRequestException', message: expect.stringMatching(reason) });
    expect(found.fields).toContain(`${at}.${field}`);
  });
});

describe('a product', () => {
  const order = (members: object): ProductUpdate => ({
    displayOrder: { productPageIds: [], contents: [], ...members },
  });
  test.each<[rule: string, update: () => ProductUpdate, field: string, reason: RegExp]>([
    ['no name', () => ({ displayName: ' ' }), 'displayName', /required/],
    ['a long name', () => ({ displayName: 'x'.repeat(256) }), 'displayName', /./],
    ['a long description', () => ({ description: 'x'.repeat(1025) }), 'description', /./],
    [
      'an overview of no page',
      () => order({ overviewPageId: 'x' }),
      'displayOrder.overviewPageId',
      /no such page/,
    ],
    [
      'a page of none',
      () => order({ productPageIds: ['x'] }),
      'displayOrder.productPageIds.0',
      /no such page/,
    ],
    [
      'a page twice',
      () => order({ overviewPageId: shop.limitsId, productPageIds: [shop.draftId, shop.limitsId] }),
      'displayOrder.productPageIds.1',
      /named twice/,
    ],
    [
      'an endpoint page as a page',
      () => order({ productPageIds: [shop.listId] }),
      'displayOrder.productPageIds.0',
      /no such page/,
    ],
    [
      'an endpoint in two sections',
      () =>
        order({
          contents: [
            { sectionName: 'a', productRestEndpointPageIds: [shop.listId] },
            { sectionName: 'b', productRestEndpointPageIds: [shop.listId] },
          ],
        }),
      'displayOrder.contents.1.productRestEndpointPageIds.0',
      /named twice/,
    ],
    [
      'a section without a name',
      () => order({ contents: [{ sectionName: ' ', productRestEndpointPageIds: [] }] }),
      'displayOrder.contents.0.sectionName',
      /has a name/,
    ],
    [
      'too many sections',
      () => order({ contents: Array(501).fill({ sectionName: 'a', productRestEndpointPageIds: [] }) }),
      'displayOrder.contents',
      /500 sections/,
    ],
  ])('%s', async (_rule, update, field, reason) => {
    const work = () => kit.control.portals.products.update(editor, shop.productId, update());
    const found = await refusal(kit, work);
    expect(found).toMatchObject({ code: 'BadRequestException', message: expect.stringMatching(reason) });
    expect(found.fields).toEqual([field]);
  });

  test('another product’s page is none of its own', async () => {
    const other = await kit.control.portals.products.create(editor, { displayName: 'Other' });
    const update = order({ overviewPageId: shop.overviewId });
    const work = () => kit.control.portals.products.update(editor, other.portalProductId, update);
    expect((await refusal(kit, work)).fields).toEqual(['displayOrder.overviewPageId']);
  });

  test.each<[rule: string, policy: string, reason: RegExp]>([
    ['no text', '', /1 to 307,200/],
    ['too long', 'x'.repeat(307_201), /1 to 307,200/],
    ['no JSON', '{', /./],
    ['no policy', '{"Version": "2012-10-17"}', /./],
    [
      'an effect that is none',
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Perhaps', Principal: '*', Action: '*', Resource: '*' }],
      }),
      /Effect/,
    ],
  ])('a sharing policy: %s', async (_rule, policy, reason) => {
    const work = () => kit.control.portals.products.putSharingPolicy(editor, shop.productId, policy);
    expect(await refusal(kit, work)).toMatchObject({
      code: 'BadRequestException',
      message: expect.stringMatching(reason),
      fields: ['policyDocument'],
    });
  });
});

test.each<[rule: string, input: object, field: string]>([
  ['no title', { title: ' ', body: 'x' }, 'title'],
  ['a long title', { title: 'x'.repeat(256), body: 'x' }, 'title'],
  ['no body', { title: 'x', body: '' }, 'body'],
  ['a long body', { title: 'x', body: 'x'.repeat(32_769) }, 'body'],
])('a page: %s', async (_rule, input, field) => {
  const page = input as { title: string; body: string };
  const { pages } = kit.control.portals;
  for (const work of [
    () => pages.create(editor, shop.productId, page),
    () => pages.update(editor, shop.productId, shop.limitsId, page),
  ])
    expect(await refusal(kit, work)).toMatchObject({ code: 'BadRequestException', fields: [field] });
});

describe('an endpoint page', () => {
  const input = (members: object): EndpointPageInput => ({
    restApiId: shop.restApiId,
    stageName: 'prod',
    path: '/pets/{petId}',
    method: 'GET',
    ...members,
  });
  test.each<[rule: string, members: () => object, field: string, reason: RegExp]>([
    ['no such API', () => ({ restApiId: 'nosuch' }), 'restApiId', /no REST API nosuch/],
    ['no such stage', () => ({ stageName: 'beta' }), 'stageName', /no stage beta/],
    ['no such path', () => ({ path: '/cats' }), 'path', /does not serve \/cats/],
    ['a path that only fits', () => ({ path: '/pets/7' }), 'path', /does not serve/],
    ['no path', () => ({ path: 'pets' }), 'path', /begins with/],
    ['no such method', () => ({ method: 'PUT' }), 'method', /does not serve PUT/],
    ['a name of every object', () => ({ method: 'constructor' }), 'method', /does not serve/],
    ['a state that is none', () => ({ tryItState: 'UNAVAILABLE' }), 'tryItState', /./],
    ['an empty override', () => ({ overrides: { body: '' } }), 'overrides.body', /./],
    ['a long endpoint', () => ({ overrides: { endpoint: 'x'.repeat(1025) } }), 'overrides.endpoint', /./],
    ['the same endpoint again', () => ({ path: '/pets' }), 'path', /has a page of this endpoint/],
  ])('%s', async (_rule, members, field, reason) => {
    const work = () => kit.control.portals.endpointPages.create(editor, shop.productId, input(members()));
    expect(await refusal(kit, work)).toMatchObject({
      code: 'BadRequestException',
      message: expect.stringMatching(reason),
      fields: [field],
    });
  });

  test('an HTTP API’s id names no REST API', async () => {
    const { apiId } = await kit.control.apis.create(editor, { name: 'http', protocolType: 'HTTP' });
    const work = () =>
      kit.control.portals.endpointPages.create(editor, shop.productId, input({ restApiId: apiId }));
    expect((await refusal(kit, work)).fields).toEqual(['restApiId']);
  });
});

test.each<[what: string, work: () => Promise<unknown>]>([
  ['a portal', () => kit.control.portals.get(editor, 'nosuch')],
  ['a portal to change', () => kit.control.portals.update(editor, 'nosuch', {})],
  ['a portal to delete', () => kit.control.portals.delete(editor, 'nosuch')],
  ['a portal to publish', () => kit.control.portals.publish(editor, 'nosuch')],
  ['a portal to disable', () => kit.control.portals.disable(editor, 'nosuch')],
  ['a portal to preview', () => kit.control.portals.preview(editor, 'nosuch')],
  ['a portal for a logo', () => kit.control.portals.putLogo(editor, 'nosuch', null)],
  ['a product', () => kit.control.portals.products.get(editor, 'nosuch')],
  ['a product to change', () => kit.control.portals.products.update(editor, 'nosuch', {})],
  ['a product to delete', () => kit.control.portals.products.delete(editor, 'nosuch')],
  ['a product’s policy', () => kit.control.portals.products.sharingPolicy(editor, 'nosuch')],
  ['a policy to delete', () => kit.control.portals.products.deleteSharingPolicy(editor, 'nosuch')],
  ['pages', () => kit.control.portals.pages.list(editor, 'nosuch')],
  ['a page', () => kit.control.portals.pages.get(editor, shop.productId, 'nosuch')],
  ['an endpoint page as a page', () => kit.control.portals.pages.get(editor, shop.productId, shop.listId)],
  ['a page to delete', () => kit.control.portals.pages.delete(editor, shop.productId, 'nosuch')],
  ['endpoint pages', () => kit.control.portals.endpointPages.list(editor, 'nosuch')],
  ['an endpoint page', () => kit.control.portals.endpointPages.get(editor, shop.productId, 'nosuch')],
  ['one to change', () => kit.control.portals.endpointPages.update(editor, shop.productId, 'nosuch', {})],
  ['one to delete', () => kit.control.portals.endpointPages.delete(editor, shop.productId, 'nosuch')],
])('not there: %s', async (_what, work) => {
  expect((await refusal(kit, work)).code).toBe('NotFoundException');
});

test.each(['pages', 'endpointPages'] as const)('%s of one product are not another’s', async (group) => {
  const { portalProductId } = await kit.control.portals.products.create(editor, { displayName: 'Other' });
  const id = group === 'pages' ? shop.limitsId : shop.listId;
  for (const work of [
    () => kit.control.portals[group].get(editor, portalProductId, id),
    () => kit.control.portals[group].delete(editor, portalProductId, id),
  ])
    expect((await refusal(kit, work)).code).toBe('NotFoundException');
});
