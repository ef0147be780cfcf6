import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDb } from './client';
import { restApis, revisions, usageDays } from './schema';
import { createEmptyPostgres, databases, type TestDatabase } from './testing';

const api = { id: 'abcdefghij', name: 'Pets', createdDate: new Date(1_700_000_000_123) };

describe.each(databases)('$name', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());
  beforeEach(() => database.clear());

  test('a date comes back to the millisecond', async () => {
    await database.db.insert(restApis).values(api);
    expect(await database.db.select().from(restApis)).toMatchObject([api]);
  });

  test('int8 and count are numbers', async () => {
    await database.db
      .insert(usageDays)
      .values({ usagePlanId: 'p', apiKeyId: 'k', quotaOwnerId: 'k', day: '2026-01-02', used: 3_000_000_000 });
    const raw = await database.db.execute<{ n: unknown; used: unknown }>(
      sql`select count(*) as n, max(used) as used from usage_days`,
    );
    expect((raw as unknown as { rows: unknown[] }).rows).toEqual([{ n: 1, used: 3_000_000_000 }]);
  });

  test('a transaction that throws leaves nothing', async () => {
    const work = database.db.transaction(async (tx) => {
      await tx.insert(restApis).values(api);
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await database.db.select({ n: count() }).from(restApis)).toEqual([{ n: 0 }]);
  });

  test('a violated unique index names itself', async () => {
    await database.db.insert(restApis).values(api);
    const again = database.db.insert(restApis).values(api);
    await expect(again).rejects.toMatchObject({ cause: { code: '23505', constraint: 'rest_apis_pkey' } });
  });

  test('clear restarts the numbering', async () => {
    const insert = () => database.db.insert(revisions).values({ createdAt: new Date() }).returning();
    await insert();
    await database.clear();
    expect((await insert())[0]?.revision).toBe(1);
  });
});

test('a directory keeps what was written, and opens twice in a row', async () => {
  const dataDir = join(await mkdtemp(join(tmpdir(), 'gatehouse-db-')), 'deep', 'pg');
  const first = await openDb(dataDir);
  await first.db.insert(restApis).values(api);
  await first.close();
  const second = await openDb(dataDir);
  const [row] = await second.db.select().from(restApis).where(eq(restApis.id, api.id));
  await second.close();
  await rm(dataDir, { recursive: true, force: true });
  expect(row?.name).toBe('Pets');
});

test('nodes that start together migrate one after the other', async () => {
  const { url, drop } = await createEmptyPostgres();
  const nodes = await Promise.all([openDb(url), openDb(url), openDb(url)]);
  await nodes[0]?.db.insert(restApis).values(api);
  for (const { db } of nodes) expect(await db.$count(restApis)).toBe(1);
  await Promise.all(nodes.map((node) => node.close()));
  await drop();
});

test('a Postgres that is not there is an error, not a wait', async () => {
  await expect(openDb('postgres://nobody@127.0.0.1:1/none')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
