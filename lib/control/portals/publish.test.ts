import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import { editor, refusal, testControl } from '../testControl';
import { endpoint, openShop, portalOf, type Shop, shopApi, theme } from './testing';

const kit = testControl();
let shop: Shop;
beforeEach(async () => {
  shop = await openShop(kit.control);
});
const later = () => {
  kit.clock.now += 1_000;
};
const publish = () => kit.control.portals.publish(editor, shop.portal.portalId);
const site = async () => (await kit.control.portals.site(shop.portal.portalId)).site;
const isChanged = async () => (await kit.control.portals.get(editor, shop.portal.portalId)).isChanged;
const gone = { code: 'NotFoundException' };

describe('what readers see', () => {
  test('is a copy of the products in their order, without drafts, backends and the name in the console', async () => {
    const { portalId } = shop.portal;
    const published = await kit.control.portals.publish(editor, portalId, { description: 'First' });
    expect(published).toMatchObject({
      publishStatus: 'PUBLISHED',
      lastPublished: kit.clock.now,
      lastPublishedDescription: 'First',
      isChanged: false,
    });
    const copy = await site();
    const invokeUrl = `http://${shop.restApiId}.execute-api.localhost:8080/prod`;
    expect(copy).toEqual({
      portalId,
      displayName: 'Developers',
      description: 'For everybody',
      theme: theme.customColors,
      products: [
        {
          portalProductId: shop.productId,
          displayName: 'Pets',
          description: '',
          overview: { title: 'Overview', body: '# Overview' },
          pages: [{ productPageId: shop.limitsId, title: 'Limits', body: '# Limits' }],
          sections: [
            {
              sectionName: 'Reading',
              endpoints: [
                {
                  productRestEndpointPageId: shop.listId,
                  restApiId: shop.restApiId,
                  stageName: 'prod',
                  method: 'GET',
                  path: '/pets',
                  operationName: 'listPets',
                  endpoint: `${invokeUrl}/pets`,
                  body: 'Lists pets',
                  invokeUrl,
                  openapi: expect.objectContaining({ servers: [{ url: invokeUrl }] }),
                  tryIt: true,
                },
              ],
            },
          ],
        },
      ],
    });
    expect(JSON.stringify(copy)).not.toMatch(/secret-backend|x-amazon|Draft/);
  });

  test('stays as it was published until it is published again', async () => {
    const before = await publish().then(site);
    later();
    const { pages, products } = kit.control.portals;
    await pages.update(editor, shop.productId, shop.limitsId, { title: 'Bounds', body: 'Ten a second' });
    await products.update(editor, shop.productId, { displayName: 'Animals' });
    await kit.control.restApis.delete(editor, shop.restApiId);
    expect(await site()).toEqual(before);
    await kit.control.portals.endpointPages.delete(editor, shop.productId, shop.listId);
    await publish();
    expect(await site()).toMatchObject({
      products: [
        {
          displayName: 'Animals',
          pages: [{ title: 'Bounds', body: 'Ten a second' }],
          sections: [{ endpoints: [] }],
        },
      ],
    });
  });

  test('is as the portal lists its products, and is theirs to read at once when authorization is opened', async () => {
    const other = await kit.control.portals.products.create(editor, { displayName: 'Zebras' });
    const portalProductIds = [other.portalProductId, shop.productId];
    await kit.control.portals.update(editor, shop.portal.portalId, { portalProductIds });
    await publish();
    expect((await site()).products.map(({ displayName }) => displayName)).toEqual(['Zebras', 'Pets']);
  });

  test('of a disabled portal is nothing; disabling twice is no error', async () => {
    await publish();
    const { disable, site: read } = kit.control.portals;
    await disable(editor, shop.portal.portalId);
    expect(await disable(editor, shop.portal.portalId)).toMatchObject({ publishStatus: 'DISABLED' });
    await expect(read(shop.portal.portalId)).rejects.toMatchObject(gone);
  });

  test.each(['nosuch', '', "' or true --"])('%j has no site', async (id) => {
    await expect(kit.control.portals.site(id)).rejects.toMatchObject(gone);
  });

  test('of a portal that was never published is nothing', async () => {
    await expect(kit.control.portals.site(shop.portal.portalId)).rejects.toMatchObject(gone);
  });
});

describe('an endpoint’s document', () => {
  const documentOf = async (path: string, method: string) => {
    const id = await endpoint(kit.control, shop.productId, { restApiId: shop.restApiId, path, method });
    const contents = [{ sectionName: 'One', productRestEndpointPageIds: [id] }];
    await kit.control.portals.products.update(editor, shop.productId, { displayOrder: { contents } });
    await publish();
    return (await site()).products[0]?.sections[0]?.endpoints[0]?.openapi;
  };

  test('has its operation and the models that it reaches, members in their order', async () => {
    await publish();
    const openapi = (await site()).products[0]?.sections[0]?.endpoints[0]?.openapi as {
      components: { schemas: { Pet: { properties: object } } };
    };
    expect(openapi).toMatchObject({ paths: { '/pets': { get: { operationId: 'listPets' } } } });
    expect(openapi).not.toHaveProperty('paths./pets.post');
    expect(Object.keys(openapi.components)).toEqual(['schemas']);
    expect(Object.keys(openapi.components.schemas).sort()).toEqual(['Owner', 'Pet']);
    expect(Object.keys(openapi.components.schemas.Pet.properties)).toEqual(['zoo', 'id', 'owner']);
  });

  test('has the key that it asks for, and no model where there is none', async () => {
    expect(await documentOf('/pets', 'POST')).toMatchObject({
      paths: { '/pets': { post: { security: [{ api_key: [] }] } } },
      components: { securitySchemes: { api_key: { type: 'apiKey' } } },
    });
  });

  test('of ANY has every verb that the resource has no method of its own for', async () => {
    const { paths } = (await documentOf('/any', 'ANY')) as { paths: Record<string, object> };
    expect(Object.keys(paths['/any'] ?? {}).sort()).toEqual([
      'delete',
      'head',
      'options',
      'patch',
      'post',
      'put',
    ]);
  });

  test('of a greedy path is one that clients can fill', async () => {
    expect(await documentOf('/files/{proxy+}', 'GET')).toMatchObject({
      paths: { '/files/{proxy}': { get: {} } },
    });
  });
});

describe('a product that shows a whole stage', () => {
  const product = { slug: 'pets', stageName: 'prod', displayName: 'Shop', overview: 'Welcome' };
  const shown = async (published: boolean, restApiId = shop.restApiId) => {
    const input = { ...product, restApiId, published };
    const { id } = await kit.control.portal.putProduct(editor, null, input);
    await kit.control.portals.update(editor, shop.portal.portalId, { portalProductIds: [id] });
    await publish();
    return (await site()).products[0];
  };

  test('has its reference, and its address in the catalogue while it is there', async () => {
    expect(await shown(true)).toMatchObject({
      overview: { title: 'Overview', body: 'Welcome' },
      stage: {
        kind: 'REST',
        slug: 'pets',
        invokeUrl: expect.any(String),
        openapi: { paths: { '/any': {} } },
      },
    });
  });

  test('is shown by a portal also where the catalogue does not', async () => {
    const found = await shown(false);
    expect(found?.stage).toMatchObject({ kind: 'REST' });
    expect(found?.stage).not.toHaveProperty('slug');
  });

  test('goes with its stage: its portal stays, is changed, and forgets it when it is published again', async () => {
    const restApiId = await shopApi(kit.control);
    await shown(true, restApiId);
    expect(await isChanged()).toBe(false);
    await kit.control.restApis.delete(editor, restApiId);
    expect(await kit.control.portals.get(editor, shop.portal.portalId)).toMatchObject({
      portalProductIds: [],
      isChanged: true,
    });
    expect((await site()).products).toHaveLength(1);
    await publish();
    expect((await site()).products).toEqual([]);
    expect(await isChanged()).toBe(false);
  });
});

describe('a page whose endpoint is gone', () => {
  const beneath: [what: string, deletion: () => Promise<unknown>, message: string][] = [
    ['its API', () => kit.control.restApis.delete(editor, shop.restApiId), 'There is no REST API'],
    ['its stage', () => kit.control.stages.delete(editor, shop.restApiId, 'prod'), 'has no stage prod'],
    ['its method', () => redeployWithout('GET'), 'does not serve GET /pets'],
    ['its resource', () => redeployWithout(), 'does not serve /pets'],
  ];

  async function redeployWithout(verb?: string) {
    const { control } = kit;
    const resources = await control.resources.list(editor, shop.restApiId);
    const { id = '' } = resources.find(({ path }) => path === '/pets') ?? {};
    if (verb) await control.methods.delete(editor, shop.restApiId, id, verb);
    else await control.resources.delete(editor, shop.restApiId, id);
    // What is not deployed changes nothing of what the stage serves.
    expect(await page()).toMatchObject({ status: 'AVAILABLE' });
    await control.deployments.create(editor, shop.restApiId, { stageName: 'prod' });
  }
  const page = () => kit.control.portals.endpointPages.get(editor, shop.productId, shop.listId);

  test.each(
    beneath,
  )('%s: it has failed, and the portal is not published with it', async (_what, end, message) => {
    await end();
    expect(await page()).toMatchObject({ status: 'FAILED', statusMessage: expect.stringContaining(message) });
    for (const work of [publish, () => kit.control.portals.preview(editor, shop.portal.portalId)]) {
      const refused = await refusal(kit, work);
      expect(refused.code).toBe('BadRequestException');
      expect(refused.message).toContain(`GET /pets (${shop.listId}) of product Pets`);
    }
  });

  test('is no hindrance as a draft', async () => {
    await kit.control.portals.products.update(editor, shop.productId, { displayOrder: {} });
    await kit.control.restApis.delete(editor, shop.restApiId);
    await publish();
    expect((await site()).products).toHaveLength(1);
  });
});

describe('isChanged', () => {
  const changes: [what: string, work: () => Promise<unknown>, changed: boolean][] = [
    ['nothing', async () => undefined, false],
    [
      'the portal',
      () => kit.control.portals.update(editor, shop.portal.portalId, { rumAppMonitorName: 'x' }),
      true,
    ],
    ['its logo', () => kit.control.portals.putLogo(editor, shop.portal.portalId, null), true],
    [
      'a product',
      () => kit.control.portals.products.update(editor, shop.productId, { description: 'x' }),
      true,
    ],
    [
      'a page',
      () =>
        kit.control.portals.pages.update(editor, shop.productId, shop.overviewId, { title: 'a', body: 'b' }),
      true,
    ],
    ['a page’s end', () => kit.control.portals.pages.delete(editor, shop.productId, shop.limitsId), true],
    [
      'an endpoint page',
      () =>
        kit.control.portals.endpointPages.update(editor, shop.productId, shop.listId, {
          tryItState: 'DISABLED',
        }),
      true,
    ],
    [
      'a draft',
      () => kit.control.portals.pages.update(editor, shop.productId, shop.draftId, { title: 'a', body: 'b' }),
      false,
    ],
    ['a draft’s end', () => kit.control.portals.pages.delete(editor, shop.productId, shop.draftId), false],
    ['another product', () => kit.control.portals.products.create(editor, { displayName: 'Other' }), false],
    [
      'a sharing policy’s end',
      () => kit.control.portals.products.deleteSharingPolicy(editor, shop.productId),
      false,
    ],
  ];

  test.each(changes)('after a change of %s', async (_what, work, changed) => {
    expect(await isChanged()).toBe(false);
    await publish();
    later();
    await work();
    expect(await isChanged()).toBe(changed);
    await publish();
    expect(await isChanged()).toBe(false);
  });
});

describe('a preview', () => {
  const preview = () => kit.control.portals.preview(editor, shop.portal.portalId);
  const tokenOf = (url = '') => url.split('/').at(-1) ?? '';

  test('is a copy that whoever knows its address sees for an hour, in which nothing is tried', async () => {
    const { preview: made, publishStatus } = await preview();
    expect(publishStatus).toBe('DISABLED');
    expect(made?.previewUrl).toMatch(
      new RegExp(`^http://localhost:3000/portals/${shop.portal.portalId}/preview/[\\w-]{22}$`),
    );
    expect(made?.expiresAt).toBe(kit.clock.now + 3_600_000);
    expect((await kit.control.portals.get(editor, shop.portal.portalId)).preview).toEqual(made);
    const token = tokenOf(made?.previewUrl);
    const copy = await kit.control.portals.previewSite(shop.portal.portalId, token);
    expect(copy.products[0]?.sections[0]?.endpoints[0]).toMatchObject({ path: '/pets', tryIt: false });
    kit.clock.now += 3_599_999;
    await kit.control.portals.previewSite(shop.portal.portalId, token);
    kit.clock.now += 1;
    await expect(kit.control.portals.previewSite(shop.portal.portalId, token)).rejects.toMatchObject(gone);
    expect(await kit.control.portals.get(editor, shop.portal.portalId)).not.toHaveProperty('preview');
  });

  test('ends the one before it, and its token opens no other portal', async () => {
    const first = tokenOf((await preview()).preview?.previewUrl);
    const second = tokenOf((await preview()).preview?.previewUrl);
    const other = await kit.control.portals.create(editor, portalOf());
    await kit.control.portals.preview(editor, other.portalId);
    const { previewSite } = kit.control.portals;
    for (const [id, token] of [
      [shop.portal.portalId, first],
      [shop.portal.portalId, ''],
      [shop.portal.portalId, `${second}x`],
      [other.portalId, second],
      ['nosuch', second],
    ] as const)
      await expect(previewSite(id, token)).rejects.toMatchObject(gone);
    expect(await previewSite(shop.portal.portalId, second)).toMatchObject({ displayName: 'Developers' });
  });

  test('keeps its token out of the database in clear', async () => {
    const token = tokenOf((await preview()).preview?.previewUrl);
    const rows = await kit.database.db.execute('select portals::text as row from portals');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe.each(databases)('at once, on $name', ({ open }) => {
  const both = testControl(open);

  test('two publications and a change are each done whole', async () => {
    const { portal, productId, limitsId } = await openShop(both.control);
    const { portals } = both.control;
    await Promise.all([
      portals.publish(editor, portal.portalId),
      portals.pages.delete(editor, productId, limitsId),
      portals.publish(editor, portal.portalId),
    ]);
    const { site: seen } = await portals.site(portal.portalId);
    expect(seen.products[0]?.pages.length).toBeLessThanOrEqual(1);
    expect(await portals.get(editor, portal.portalId)).toMatchObject({ publishStatus: 'PUBLISHED' });
  });

  test('a product is included or deleted, never both', async () => {
    const { portals } = both.control;
    const { portalProductId } = await portals.products.create(editor, { displayName: 'Pets' });
    const [made, deleted] = await Promise.allSettled([
      portals.create(editor, portalOf([portalProductId])),
      portals.products.delete(editor, portalProductId),
    ]);
    expect([made.status, deleted.status].sort()).toEqual(['fulfilled', 'rejected']);
    const refused =
      made.status === 'rejected' ? made.reason : deleted.status === 'rejected' && deleted.reason;
    expect(refused).toMatchObject({ code: 'BadRequestException' });
  });
});

test('a copy of more than 32 MB is refused: every page of its readers would have it in memory', async () => {
  const bodies = sql`select 'big' || n, ${shop.productId}, 'Big', repeat('x', 1000000), now() from generate_series(1, 34) n`;
  await kit.database.db.execute(sql`insert into product_pages ${bodies}`);
  const productPageIds = Array.from({ length: 34 }, (_, index) => `big${index + 1}`);
  await kit.control.portals.products.update(editor, shop.productId, { displayOrder: { productPageIds } });
  const found = await refusal(kit, publish);
  expect(found).toMatchObject({ code: 'BadRequestException', fields: ['portalProductIds'] });
  expect(found.message).toMatch(/at most 32 MB of pages, and this one has 33/);
});
