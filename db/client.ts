import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzleLite } from 'drizzle-orm/pglite';
import pg from 'pg';
import { migrateLite, migratePostgres } from './migrate';
import * as schema from './schema';

/** One type for PGlite and Postgres: both speak the same dialect. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface Database {
  db: Db;
  close(): Promise<void>;
}

/** True for a Postgres URL; anything else names PGlite's data directory. */
export const isPostgresUrl = (location: string) => /^postgres(ql)?:\/\//.test(location);

/**
 * Opens the database and brings it to the newest migration.
 * @param location `postgres://…`, or the directory of the embedded database (made when absent). Nothing locks
 *   that directory: the caller makes sure that no second process opens it (design.md section 6).
 */
export async function openDb(location: string): Promise<Database> {
  return isPostgresUrl(location) ? openPostgres(location) : openLite(location);
}

/** A server that does not answer a new connection is told within 5 s; the pool gives its clients its own time. */
class QuickClient extends pg.Client {
  constructor(config: pg.ClientConfig = {}) {
    super({ ...config, connectionTimeoutMillis: 5_000 });
  }
}

async function openPostgres(connectionString: string): Promise<Database> {
  // int8 arrives as text by default; PGlite gives a number.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    // How long to wait for one of the ten while others work: a burst of calls is busy, the database is not gone.
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
    Client: QuickClient,
  });
  // An idle connection that the server drops must not end the process: the pool opens another when asked.
  pool.on('error', () => {});
  try {
    await migratePostgres(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { db: drizzlePostgres({ client: pool, schema }), close: () => pool.end() };
}

async function openLite(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const client = await PGlite.create(dataDir);
  await migrateLite(client);
  return { db: drizzleLite({ client, schema }), close: () => client.close() };
}
