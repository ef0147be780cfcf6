import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import { testActor } from '../testing';
import { sdkParameters } from './sdkParameters';
import { type PortalWorld, portalWorld } from './testing';

const editor = testActor('editor');
const offered = ['java', 'javascript', 'typescript', 'python', 'ruby'];
let database: TestDatabase;
let world: PortalWorld;
let pets: string;
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.clear();
  world = portalWorld(database);
  pets = await world.api('pets');
});

test('a published product has a client in every language, each with a call of its own operation', async () => {
  await world.product(pets);
  const sdks = await world.control.portal.sdks('pets');
  expect(sdks.map(({ sdkType }) => sdkType)).toEqual(offered);
  expect(sdks.find(({ sdkType }) => sdkType === 'python')).toEqual({
    sdkType: 'python',
    friendlyName: 'Python',
    description: 'A client for Python 3.8 and later',
    fileName: 'pets-python.zip',
    install: 'unzip pets-python.zip && pip install ./python-sdk',
    usage:
      'from api_client import Client\nclient = Client(api_key="YOUR_API_KEY")\nprint(client.listpets().data)',
  });
  for (const { sdkType, fileName } of sdks) {
    const zip = await world.control.portal.sdk('pets', sdkType);
    expect(zip).toMatchObject({ fileName, contentType: 'application/zip' });
    expect(Buffer.from(zip.body).subarray(0, 2).toString()).toBe('PK');
    const own = await world.control.restApis.sdk(editor, {
      restApiId: pets,
      stageName: 'prod',
      sdkType,
      parameters: sdkParameters('pets'),
    });
    expect(Buffer.from(own.body).equals(Buffer.from(zip.body))).toBe(true);
  }
});

test('what is not published has none, as what is not there', async () => {
  await world.product(pets, { published: false });
  for (const slug of ['pets', 'nosuch']) {
    const unknown = expect.objectContaining({ code: 'NotFoundException' });
    await expect(world.control.portal.sdks(slug)).rejects.toEqual(unknown);
    await expect(world.control.portal.sdk(slug, 'python')).rejects.toEqual(unknown);
  }
});

test.each(['android', 'swift', 'constructor'])('%s is none of the portal’s', async (sdkType) => {
  await world.product(pets);
  await expect(world.control.portal.sdk('pets', sdkType)).rejects.toMatchObject({
    code: 'NotFoundException',
  });
});

test.each([
  ['orders', 'orders-api', 'com.example.ordersapi'],
  ['orders-api', 'orders-api', 'com.example.ordersapi'],
  ['api', 'api-api', 'com.example.apiapi'],
  ['class', 'class-api', 'com.example.classapi'],
  ['7-eleven', 'api-7-eleven', 'com.example.api7eleven'],
  ['a'.repeat(64), `${'a'.repeat(64)}-api`, `com.example.${'a'.repeat(64)}api`],
])('of the address %s comes the name %s', async (slug, name, javaPackageName) => {
  expect(sdkParameters(slug)).toMatchObject({ serviceName: name, javaPackageName });
  await world.product(pets, { slug });
  for (const { sdkType } of await world.control.portal.sdks(slug))
    await expect(world.control.portal.sdk(slug, sdkType)).resolves.toBeDefined();
});
