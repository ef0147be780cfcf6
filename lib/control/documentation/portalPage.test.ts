import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { Control } from '../control';
import { portalWorld } from '../portal/testing';
import { testActor } from '../testing';

const editor = testActor('editor');
let database: TestDatabase;
let control: Control;
let restApiId = '';
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.clear();
  const world = portalWorld(database);
  control = world.control;
  restApiId = await world.api('pets');
  await world.product(restApiId);
  await control.documentation.createPart(editor, restApiId, {
    location: { type: 'METHOD', path: '/pets', method: 'GET' },
    properties: JSON.stringify({ summary: 'Every pet of the shop', description: 'Sorted by **age**' }),
  });
});

/** What the portal's page builds its reference from. */
const operation = async () => {
  const { openapi } = await control.portal.page('pets');
  const paths = openapi?.paths as Record<string, { get: { summary?: string; description?: string } }>;
  return paths['/pets']?.get;
};
const found = async (search: string) => (await control.portal.catalogue(search)).length;

test("a product's page and its search show the version of its stage, from the moment it is published", async () => {
  expect(await operation()).toMatchObject({ summary: 'Lists all of them' });
  expect(await found('every pet of the shop')).toBe(0);
  await control.documentation.createVersion(editor, restApiId, { version: '1', stageName: 'prod' });
  expect(await operation()).toMatchObject({
    summary: 'Every pet of the shop',
    description: 'Sorted by **age**',
  });
  expect(await found('every pet of the shop')).toBe(1);
  await control.stages.update(editor, restApiId, 'prod', { documentationVersion: null });
  expect(await operation()).toMatchObject({ summary: 'Lists all of them' });
  expect(await found('every pet of the shop')).toBe(0);
});

test('a page for visitors has no word of how the documentation is kept', async () => {
  await control.documentation.createVersion(editor, restApiId, {
    version: 'secret-label',
    stageName: 'prod',
  });
  expect(JSON.stringify(await control.portal.page('pets'))).not.toMatch(/x-amazon|secret-label/);
});
