import { beforeEach, describe, expect, test } from 'vitest';
import { contents, editor, refusal, testControl } from '../testControl';
import { testActor } from '../testing';
import { endpoint, openShop, portalOf, type Shop, theme } from './testing';

const kit = testControl();
let shop: Shop;
beforeEach(async () => {
  shop = await openShop(kit.control);
});
const viewer = testActor('viewer');
const later = () => {
  kit.clock.now += 1_000;
};
const certificateArn = 'arn:aws:acm:us-east-1:000000000000:certificate/a';
const domain = { acmManaged: { domainName: 'dev.example.com', certificateArn } };
const arn = (path: string) => `arn:aws:apigateway:us-east-1:000000000000:${path}`;

describe('a portal', () => {
  test('is made, disabled, with all that is said of it', async () => {
    const input = portalOf([shop.productId], {
      endpointConfiguration: domain,
      rumAppMonitorName: 'monitor',
      tags: { team: 'shop' },
    });
    const made = await kit.control.portals.create(editor, input);
    expect(made).toEqual({
      portalId: expect.stringMatching(/^[a-z0-9]{10}$/),
      authorization: { none: {} },
      endpointConfiguration: domain,
      portalDefaultDomainName: `p-${made.portalId}.apigw-portal.localhost`,
      url: `http://localhost:3000/portals/${made.portalId}`,
      portalContent: { displayName: 'Developers', description: 'For everybody', theme },
      portalProductIds: [shop.productId],
      rumAppMonitorName: 'monitor',
      publishStatus: 'DISABLED',
      lastModified: kit.clock.now,
      isChanged: false,
    });
    expect(await kit.control.portals.get(viewer, made.portalId)).toEqual(made);
    expect(await kit.control.portals.list(viewer)).toHaveLength(2);
    expect(await kit.control.tags.get(viewer, arn(`/portals/${made.portalId}`))).toEqual({ team: 'shop' });
  });

  test('keeps what a change leaves out', async () => {
    const { portalId } = shop.portal;
    await kit.control.portals.update(editor, portalId, { rumAppMonitorName: 'monitor' });
    later();
    const changed = await kit.control.portals.update(editor, portalId, { endpointConfiguration: domain });
    expect(changed).toEqual({
      ...shop.portal,
      endpointConfiguration: domain,
      rumAppMonitorName: 'monitor',
      lastModified: kit.clock.now,
    });
    const cleared = await kit.control.portals.update(editor, portalId, {
      rumAppMonitorName: '',
      portalProductIds: [],
      endpointConfiguration: { none: {} },
    });
    expect(cleared).toEqual({ ...shop.portal, portalProductIds: [], lastModified: kit.clock.now });
  });

  test('is deleted once it is disabled, with its tags', async () => {
    const { portalId } = shop.portal;
    await kit.control.tags.tag(editor, arn(`/portals/${portalId}`), { a: 'b' });
    await kit.control.portals.publish(editor, portalId);
    const refused = await refusal(kit, () => kit.control.portals.delete(editor, portalId));
    expect(refused).toMatchObject({
      code: 'BadRequestException',
      message: expect.stringContaining('disable it'),
    });
    await kit.control.portals.disable(editor, portalId);
    await kit.control.portals.delete(editor, portalId);
    const { portals, tags } = await contents(kit.database);
    expect({ portals, tags }).toEqual({ portals: [], tags: [] });
  });

  test('every write says who did what', async () => {
    const { portalId } = shop.portal;
    await kit.control.portals.publish(editor, portalId, { description: 'First' });
    await kit.control.portals.preview(editor, portalId);
    await kit.control.portals.disable(editor, portalId);
    const rows = await kit.control.audit.list({ kind: 'system', reason: 'test' });
    expect(rows.map(({ operation, subject }) => [operation, subject])).toEqual(
      expect.arrayContaining([
        ['CreatePortal', portalId],
        ['PublishPortal', portalId],
        ['PreviewPortal', portalId],
        ['DisablePortal', portalId],
        ['UpdatePortalProduct', shop.productId],
        ['CreateProductPage', shop.limitsId],
        ['CreateProductRestEndpointPage', shop.listId],
      ]),
    );
  });
});

describe('the portal of a host name', () => {
  const of = (host: string) => kit.control.portals.siteOfHost(host);
  const own = () => `p-${shop.portal.portalId}.apigw-portal.localhost`;

  test('is one that is published, by the name that it has by default', async () => {
    expect(await of(own())).toBeUndefined();
    await kit.control.portals.publish(editor, shop.portal.portalId);
    for (const host of [own(), own().toUpperCase(), `${own()}.`])
      expect(await of(host)).toBe(shop.portal.portalId);
    for (const host of ['localhost', '', own().replace('localhost', 'example.com'), `x.${own()}`])
      expect(await of(host)).toBeUndefined();
  });

  test('is found by its own name, and then by no other', async () => {
    await kit.control.portals.update(editor, shop.portal.portalId, { endpointConfiguration: domain });
    await kit.control.portals.publish(editor, shop.portal.portalId);
    expect(await of('DEV.example.com')).toBe(shop.portal.portalId);
    expect(await of(own())).toBeUndefined();
    await kit.control.portals.disable(editor, shop.portal.portalId);
    expect(await of('dev.example.com')).toBeUndefined();
  });
});

describe('a product', () => {
  test('of pages alone is in no catalogue, until it is given a stage', async () => {
    const { portal, portals } = kit.control;
    expect(await portal.products(viewer)).toEqual([]);
    const input = { slug: 'pets', restApiId: shop.restApiId, stageName: 'prod', displayName: 'Pets' };
    await portal.putProduct(editor, shop.productId, { ...input, published: true, overview: '# Overview' });
    const stage = {
      kind: 'REST',
      restApiId: shop.restApiId,
      stageName: 'prod',
      slug: 'pets',
      published: true,
    };
    expect(await portals.products.get(viewer, shop.productId)).toMatchObject({ stage });
    expect(await portal.catalogue()).toHaveLength(1);
  });

  test('keeps what a change leaves out, and its tags', async () => {
    const { products } = kit.control.portals;
    const made = await products.create(editor, { displayName: 'Zoo', description: 'All', tags: { a: 'b' } });
    expect(made).toEqual({
      portalProductId: expect.stringMatching(/^[a-z0-9]{10}$/),
      displayName: 'Zoo',
      description: 'All',
      displayOrder: { productPageIds: [], contents: [] },
      lastModified: kit.clock.now,
    });
    later();
    const changed = await products.update(editor, made.portalProductId, { displayName: 'Animals' });
    expect(changed).toEqual({ ...made, displayName: 'Animals', lastModified: kit.clock.now });
    expect((await products.list(viewer)).map(({ displayName }) => displayName)).toEqual(['Animals', 'Pets']);
    const productArn = arn(`/portalproducts/${made.portalProductId}`);
    expect(await kit.control.tags.get(viewer, productArn)).toEqual({ a: 'b' });
    await products.delete(editor, made.portalProductId);
    expect((await contents(kit.database)).tags).toEqual([]);
  });

  test.each([
    'portals',
    'portal',
  ] as const)('is deleted by %s only when no portal includes it', async (door) => {
    const remove = () =>
      door === 'portal'
        ? kit.control.portal.deleteProduct(editor, shop.productId)
        : kit.control.portals.products.delete(editor, shop.productId);
    const refused = await refusal(kit, remove);
    expect(refused.code).toBe('BadRequestException');
    expect(refused.message).toContain(`Developers (${shop.portal.portalId})`);
    await kit.control.portals.update(editor, shop.portal.portalId, { portalProductIds: [] });
    await remove();
    const { product_pages, product_rest_endpoint_pages } = await contents(kit.database);
    expect([product_pages, product_rest_endpoint_pages]).toEqual([[], []]);
  });

  test('has a sharing policy, as it was written, until it is deleted', async () => {
    const { products } = kit.control.portals;
    expect(await products.sharingPolicy(viewer, shop.productId)).toBeUndefined();
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111111111111:root' },
          Action: 'apigateway:GET',
          Resource: arn(`/portalproducts/${shop.productId}`),
        },
      ],
    });
    await products.putSharingPolicy(editor, shop.productId, policy);
    expect(await products.sharingPolicy(viewer, shop.productId)).toBe(policy);
    await products.deleteSharingPolicy(editor, shop.productId);
    expect(await products.sharingPolicy(viewer, shop.productId)).toBeUndefined();
  });
});

describe('pages', () => {
  const order = async () => (await kit.control.portals.products.get(viewer, shop.productId)).displayOrder;

  test('are listed by title, changed, and leave the order when they are deleted', async () => {
    const { pages, endpointPages } = kit.control.portals;
    const listed = await pages.list(viewer, shop.productId);
    expect(listed.map(({ title }) => title)).toEqual(['Draft', 'Limits', 'Overview']);
    later();
    const input = { title: 'Bounds', body: 'Ten' };
    const changed = await pages.update(editor, shop.productId, shop.limitsId, input);
    expect(changed).toEqual({ productPageId: shop.limitsId, ...input, lastModified: kit.clock.now });
    expect(await pages.get(viewer, shop.productId, shop.limitsId)).toEqual(changed);
    await pages.delete(editor, shop.productId, shop.limitsId);
    await pages.delete(editor, shop.productId, shop.overviewId);
    await endpointPages.delete(editor, shop.productId, shop.listId);
    expect(await order()).toEqual({
      productPageIds: [],
      contents: [{ sectionName: 'Reading', productRestEndpointPageIds: [] }],
    });
  });

  test('of endpoints say what the API says, and what is written over it', async () => {
    const { endpointPages } = kit.control.portals;
    const url = `http://${shop.restApiId}.execute-api.localhost:8080/prod`;
    const plain = {
      productRestEndpointPageId: shop.listId,
      restApiId: shop.restApiId,
      stageName: 'prod',
      path: '/pets',
      method: 'GET',
      overrides: null,
      tryItState: 'ENABLED',
      operationName: 'listPets',
      endpoint: `${url}/pets`,
      body: 'Lists pets',
      rawBody: 'Lists pets',
      status: 'AVAILABLE',
      lastModified: kit.clock.now,
    };
    expect(await endpointPages.list(viewer, shop.productId)).toEqual([plain]);
    later();
    const overrides = {
      operationName: 'Pet summaries',
      body: '# All',
      endpoint: 'https://api.example.com/pets',
    };
    const changed = await endpointPages.update(editor, shop.productId, shop.listId, { overrides });
    expect(changed).toEqual({ ...plain, ...overrides, overrides, lastModified: kit.clock.now });
    const off = await endpointPages.update(editor, shop.productId, shop.listId, { tryItState: 'DISABLED' });
    expect(off).toEqual({ ...changed, tryItState: 'DISABLED' });
    const back = await endpointPages.update(editor, shop.productId, shop.listId, { overrides: null });
    expect(back).toEqual({ ...plain, tryItState: 'DISABLED', lastModified: kit.clock.now });
  });

  test('of endpoints show the documentation version of the stage', async () => {
    const { documentation, portals } = kit.control;
    await documentation.createPart(editor, shop.restApiId, {
      location: { type: 'METHOD', path: '/pets', method: 'GET' },
      properties: JSON.stringify({ summary: 'Every pet', description: 'By **age**' }),
    });
    const body = async () => (await portals.endpointPages.get(viewer, shop.productId, shop.listId)).body;
    expect(await body()).toBe('Lists pets');
    await documentation.createVersion(editor, shop.restApiId, { version: '1', stageName: 'prod' });
    expect(await body()).toBe('Every pet\n\nBy **age**');
  });

  test('of a private API offer no try-it, whatever was asked for', async () => {
    await kit.control.restApis.update(editor, shop.restApiId, {
      endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'dualstack' },
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }],
      }),
    });
    await kit.control.deployments.create(editor, shop.restApiId, { stageName: 'prod' });
    const page = await kit.control.portals.endpointPages.get(viewer, shop.productId, shop.listId);
    expect(page.tryItState).toBe('UNAVAILABLE');
    await kit.control.portals.publish(editor, shop.portal.portalId);
    const { site } = await kit.control.portals.site(shop.portal.portalId);
    expect(site.products[0]?.sections[0]?.endpoints[0]?.tryIt).toBe(false);
  });

  test('of one endpoint stand in two products', async () => {
    const { portalProductId } = await kit.control.portals.products.create(editor, { displayName: 'Other' });
    await endpoint(kit.control, portalProductId, { restApiId: shop.restApiId, path: '/pets', method: 'GET' });
    expect(await kit.control.portals.endpointPages.list(viewer, portalProductId)).toHaveLength(1);
  });
});
