import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import { createTestContext } from '../testing';
import { healthOperation } from './healthOperation';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database?.close());

test('fine when every worker serves the newest revision', async () => {
  const context = createTestContext(database);
  await context.publisher.publishAll();
  const health = await healthOperation(context)();
  expect(health).toEqual({
    ok: true,
    database: true,
    revision: context.snapshots.at(-1)?.revision,
    workers: [{ id: 1, pid: 1, revision: health.revision }],
  });
});

test.each([
  ['a worker is behind', [{ id: 1, pid: 1, revision: 999_999 }]],
  ['no worker runs', []],
])('not fine when %s', async (_, workers) => {
  const health = healthOperation(createTestContext(database, { workers: () => workers }));
  expect(await health()).toMatchObject({ ok: false, database: true, workers });
});

test('a closed database is said, not thrown', async () => {
  const closed = await createTestDb();
  await closed.end();
  expect(await healthOperation(createTestContext(closed))()).toMatchObject({
    ok: false,
    database: false,
    revision: 0,
  });
});

test('a database that hangs is one that does not answer', async () => {
  const context = createTestContext(database);
  let free = () => {};
  const held = database.db.transaction(
    () =>
      new Promise<void>((resolve) => {
        free = resolve;
      }),
  );
  expect(await healthOperation(context, 50)()).toMatchObject({ ok: false, database: false });
  free();
  await held;
});
