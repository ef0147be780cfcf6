import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { PortalProductInput } from '@/lib/model/portal';
import type { Control } from '../control';
import { testActor } from '../testing';
import { type PortalWorld, portalWorld } from './testing';

const editor = testActor('editor');
let database: TestDatabase;
let world: PortalWorld;
let portal: Control['portal'];
let pets: string;
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.clear();
  world = portalWorld(database);
  portal = world.control.portal;
  pets = await world.api('pets');
});
const slugs = async (search?: string) => (await portal.catalogue(search)).map((entry) => entry.slug);

describe('catalogue', () => {
  test('shows what is published, by name', async () => {
    await world.product(pets, { slug: 'zoo', displayName: 'Zoo' });
    await world.product(pets, { slug: 'animals', displayName: 'Animals', description: 'All of them' });
    await world.product(pets, { slug: 'draft', published: false });
    expect(await portal.catalogue()).toEqual([
      {
        slug: 'animals',
        kind: 'REST',
        displayName: 'Animals',
        description: 'All of them',
        version: '1.2',
        operationCount: 2,
        lastModified: world.context.clock.now,
      },
      expect.objectContaining({ slug: 'zoo' }),
    ]);
  });

  test.each([
    ['a name, in any case', 'ZOO', ['zoo']],
    ['a part of a description', 'cages', ['zoo']],
    ['a path', '/pets', ['zoo']],
    ['an operation id', 'listbirds', ['birds']],
    ['a verb and a path', 'post /birds', ['birds']],
    ['a summary', 'lists all', ['birds', 'zoo']],
    ['blanks', '  ', ['birds', 'zoo']],
    ['a wildcard as itself', '%', []],
    ['what is behind it', 'secret-backend', []],
    ['its name in the console', 'internal', []],
  ])('finds by %s', async (_, search, expected) => {
    await world.product(pets, { slug: 'zoo', displayName: 'Zoo', description: 'Without cages' });
    await world.product(await world.api('birds'), { slug: 'birds', displayName: 'Birds' });
    expect(await slugs(search)).toEqual(expected);
  });

  test('counts what the stage serves, also after the next deployment', async () => {
    await world.product(pets);
    expect((await portal.catalogue())[0]?.operationCount).toBe(2);
    const [root] = await world.control.resources.list(editor, pets);
    await world.control.methods.put(editor, pets, root?.id ?? '', 'GET', {});
    const mock = { type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode": 200}' } };
    await world.control.methods.putIntegration(editor, pets, root?.id ?? '', 'GET', mock);
    expect((await portal.catalogue())[0]?.operationCount).toBe(2);
    world.context.clock.now += 1_000;
    await world.control.deployments.create(editor, pets, { stageName: 'prod' });
    expect((await portal.catalogue())[0]).toMatchObject({
      operationCount: 3,
      lastModified: world.context.clock.now,
    });
  });

  test('a deleted API leaves the catalogue', async () => {
    await world.product(pets);
    await world.control.restApis.delete(editor, pets);
    expect(await slugs()).toEqual([]);
    await expect(portal.page('pets')).rejects.toMatchObject({ code: 'NotFoundException' });
  });
});

describe('page', () => {
  test('has prose, address, document and the plans that are offered for the stage', async () => {
    const productId = await world.product(pets, { overview: '# Pets' });
    const throttle = { rateLimit: 5, burstLimit: 10 };
    const quota = { limit: 100, offset: 0, period: 'DAY' as const };
    const free = await world.plan('Free', [pets], { throttle, quota, description: 'To try' });
    const gold = await world.plan('Gold', [pets], { approvalRequired: true });
    await world.plan('Internal', [pets], { offeredInPortal: false });
    await world.plan('Other', [await world.api('birds')]);
    const page = await portal.page('pets');
    expect(page).toMatchObject({
      productId,
      displayName: 'Pets',
      overview: '# Pets',
      invokeUrl: `http://${pets}.execute-api.localhost:8080/prod`,
      operationCount: 2,
    });
    expect(page.plans).toEqual([
      {
        id: free,
        name: 'Free',
        description: 'To try',
        throttle,
        quota: { limit: 100, period: 'DAY' },
        approvalRequired: false,
      },
      { id: gold, name: 'Gold', approvalRequired: true },
    ]);
    expect(page.openapi).toMatchObject({
      openapi: expect.stringMatching(/^3\.0/),
      servers: [{ url: page.invokeUrl }],
      paths: { '/pets': { get: { operationId: 'listpets', security: [{ api_key: [] }] } } },
    });
  });

  test('says nothing of backends and the console', async () => {
    await world.product(pets);
    expect(JSON.stringify(await portal.page('pets'))).not.toMatch(/secret-backend|x-amazon|integration/);
  });

  test.each(['draft', 'nothing', '', "' or true --"])('%j is not found', async (slug) => {
    await world.product(pets, { slug: 'draft', published: false });
    await expect(portal.page(slug)).rejects.toMatchObject({ code: 'NotFoundException' });
  });
});

describe('products', () => {
  const input = (changes: Partial<PortalProductInput> = {}): PortalProductInput => ({
    slug: 'pets',
    restApiId: pets,
    stageName: 'prod',
    displayName: 'Pets',
    ...changes,
  });

  test('are made, replaced, taken back and deleted', async () => {
    const made = await portal.putProduct(editor, null, input());
    expect(made).toMatchObject({ published: false, description: '', overview: '' });
    world.context.clock.now += 1_000;
    const update = input({ published: true, slug: 'animals', description: 'New' });
    const changed = await portal.putProduct(editor, made.id, update);
    const set = { id: made.id, kind: 'REST', lastModified: world.context.clock.now };
    expect(changed).toEqual({ ...update, overview: '', ...set });
    expect(await slugs()).toEqual(['animals']);
    await portal.putProduct(editor, made.id, input({ published: false }));
    expect(await slugs()).toEqual([]);
    expect(await portal.products(testActor('viewer'))).toHaveLength(1);
    await portal.deleteProduct(editor, made.id);
    expect(await portal.products(editor)).toEqual([]);
  });

  test('the overview is a page: written, rewritten and taken away beside the others', async () => {
    const { pages, products } = world.control.portals;
    const { id } = await portal.putProduct(editor, null, input({ overview: '# Pets' }));
    const { productPageId } = await pages.create(editor, id, { title: 'Limits', body: 'Ten a second' });
    const order = async () => (await products.get(editor, id)).displayOrder;
    const { overviewPageId = '' } = await order();
    const productPageIds = [productPageId];
    await products.update(editor, id, { displayOrder: { overviewPageId, productPageIds } });
    await pages.update(editor, id, overviewPageId, { title: 'Welcome', body: '# Animals' });
    expect((await portal.products(editor))[0]?.overview).toBe('# Animals');
    await portal.putProduct(editor, id, input({ overview: 'All pets' }));
    const kept = { title: 'Welcome', body: 'All pets' };
    expect(await pages.get(editor, id, overviewPageId)).toMatchObject(kept);
    expect(await order()).toEqual({ overviewPageId, productPageIds, contents: [] });
    await portal.putProduct(editor, id, input({ overview: '' }));
    expect((await pages.list(editor, id)).map(({ title }) => title)).toEqual(['Limits']);
    expect(await order()).toEqual({ productPageIds, contents: [] });
  });

  test('one of pages alone is in no list, and on no page', async () => {
    const { portalProductId } = await world.control.portals.products.create(editor, { displayName: 'Pages' });
    expect(await portal.products(editor)).toEqual([]);
    expect(await slugs()).toEqual([]);
    await expect(portal.page(portalProductId)).rejects.toMatchObject({ code: 'NotFoundException' });
  });

  test.each<[Partial<PortalProductInput>, string]>([
    [{ slug: 'Not A Slug' }, 'slug'],
    [{ slug: '-x' }, 'slug'],
    [{ displayName: ' ' }, 'displayName'],
    [{ stageName: 'none' }, 'stageName'],
    [{ restApiId: 'none' }, 'stageName'],
    [{ overview: 'x'.repeat(32_769) }, 'overview'],
  ])('%j is refused at its field', async (changes, field) => {
    await expect(portal.putProduct(editor, null, input(changes))).rejects.toMatchObject({
      code: 'BadRequestException',
      fields: [{ field }],
    });
    expect(await portal.products(editor)).toEqual([]);
  });

  test('an address is given once', async () => {
    const first = await world.product(pets);
    const second = await world.product(pets, { slug: 'other' });
    for (const [id, slug] of [
      [null, 'pets'],
      [second, 'pets'],
    ] as const)
      await expect(portal.putProduct(editor, id, input({ slug }))).rejects.toMatchObject({
        code: 'ConflictException',
        fields: [{ field: 'slug' }],
      });
    await portal.putProduct(editor, first, input({ displayName: 'Same address' }));
  });

  test('one that is not there is not changed, not deleted, and not made', async () => {
    await expect(portal.putProduct(editor, 'none', input())).rejects.toMatchObject({
      code: 'NotFoundException',
    });
    await expect(portal.deleteProduct(editor, 'none')).rejects.toMatchObject({ code: 'NotFoundException' });
    expect(await portal.products(editor)).toEqual([]);
  });

  test("B21: id and dates are not the editor's to choose", async () => {
    const wish = { ...input(), id: 'mine', lastModified: 1 };
    const made = await portal.putProduct(editor, null, wish);
    expect(made.id).not.toBe('mine');
    expect(made.lastModified).toBe(world.context.clock.now);
  });

  test('a viewer reads and changes nothing', async () => {
    const viewer = testActor('viewer');
    await expect(portal.putProduct(viewer, null, input())).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
    await expect(portal.deleteProduct(viewer, 'x')).rejects.toMatchObject({ code: 'AccessDeniedException' });
  });
});
