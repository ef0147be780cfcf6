/** A fresh control plane for each test of a file, and the two questions that tests of operations ask. */
import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import * as schema from '@/db/schema';
import { createTestDb, type TestDatabase } from '@/db/testing';
import { isControlError } from '@/lib/model/ControlError';
import { createControl } from './createControl';
import { createTestContext, type TestContext, testActor } from './testing';

/** For tests of doors, which know no database. */
export { databases } from '@/db/testing';

export const editor = testActor('editor');

export interface TestControl extends TestContext {
  control: ReturnType<typeof createControl>;
  database: TestDatabase;
}

/** Call it in a describe or at a file's top; the members are there when the tests run. */
export function testControl(open: () => Promise<TestDatabase> = createTestDb): TestControl {
  const kit = {} as TestControl;
  beforeAll(async () => {
    kit.database = await open();
  });
  afterAll(() => kit.database?.close());
  beforeEach(async () => {
    await kit.database.clear();
    const context = createTestContext(kit.database);
    Object.assign(kit, context, { control: createControl(context) });
  });
  return kit;
}

/** How an operation refuses. Fails the test when it does not, or when it leaves anything behind. */
export async function refusal(kit: TestControl, work: () => Promise<unknown>) {
  const before = await rows(kit.database);
  const published = kit.snapshots.length;
  const error: unknown = await work().then(
    () => new Error('The operation did not refuse'),
    (thrown: unknown) => thrown,
  );
  if (!isControlError(error)) throw error;
  expect(await rows(kit.database)).toEqual(before);
  expect(kit.snapshots.length).toBe(published);
  return { code: error.code, message: error.message, fields: error.fields.map(({ field }) => field) };
}

const tables = Object.values(schema).flatMap((member) => (is(member, PgTable) ? [member] : []));

/** Every row of every table. */
export async function contents({ db }: TestDatabase): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of tables) all[getTableName(table)] = await db.select().from(table);
  return all;
}

const everyRow = sql.raw(
  tables
    .map(getTableName)
    .map((name) => `select '${name}' as name, (select jsonb_agg(row) from "${name}" row) as rows`)
    .join(' union all '),
);

/** The same as the database has it, to be compared: one statement, where there are hundreds of refusals to look at. */
function rows({ db }: TestDatabase): Promise<{ name: string; rows: unknown }[]> {
  const columns = { name: sql<string>`name`, rows: sql<unknown>`rows` };
  return db.select(columns).from(sql`(${everyRow}) as every_row`).orderBy(columns.name);
}

/** An API with one GET on its root, answered by MOCK. */
export async function mockApi({ control }: TestControl, name = 'Mock') {
  const api = await control.restApis.create(editor, { name });
  await mockMethod({ control }, api.id, api.rootResourceId);
  return api;
}

export async function mockMethod(
  { control }: Pick<TestControl, 'control'>,
  restApiId: string,
  resourceId: string,
  httpMethod = 'GET',
) {
  const at = [restApiId, resourceId, httpMethod] as const;
  await control.methods.put(editor, ...at, {});
  const responses = { '200': { statusCode: '200', responseParameters: {}, responseModels: {} } };
  await control.methods.putMethodResponses(editor, ...at, responses);
  await control.methods.putIntegration(editor, ...at, {
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    integrationResponses: { '200': { statusCode: '200' } },
  });
}
