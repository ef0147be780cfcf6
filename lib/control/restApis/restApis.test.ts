import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import { createControl } from '../createControl';
import { createTestContext, type TestContext, testActor } from '../testing';

const editor = testActor('editor');
let database: TestDatabase;
let context: TestContext;
let control: ReturnType<typeof createControl>;

beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.clear();
  context = createTestContext(database);
  control = createControl(context);
});

describe('the sample', () => {
  test('is the pet store, deploys, and gives itself back after export and import', async () => {
    const sample = await control.restApis.createSample(editor);
    expect(sample).toMatchObject({ name: 'PetStore', methodCount: 6, stageNames: [] });
    const paths = (await control.resources.list(editor, sample.id)).map(({ path }) => path);
    expect(paths).toEqual(['/', '/pets', '/pets/{petId}']);
    await control.deployments.create(editor, sample.id, { stageName: 'dev' });
    expect(context.snapshots.at(-1)?.deployments[0]?.resources.map(({ path }) => path)).toEqual(paths);
    const { body } = await control.restApis.export(editor, {
      restApiId: sample.id,
      exportType: 'oas30',
      format: 'json',
      extensions: true,
    });
    const again = await control.restApis.import(editor, { document: body });
    expect(again.warnings).toEqual([]);
    const restApiId = again.restApi?.id ?? '';
    expect(restApiId).not.toBe(sample.id);
    await control.deployments.create(editor, restApiId, { stageName: 'dev' });
    const [first] = await control.deployments.list(editor, restApiId);
    await control.restApis.import(editor, { document: body, restApiId, mode: 'overwrite' });
    expect(await control.deployments.compare(editor, restApiId, first?.id ?? '', 'current')).toEqual([]);
  });
});
