import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as runPostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzleLite } from 'drizzle-orm/pglite';
import { migrate as runLite } from 'drizzle-orm/pglite/migrator';
import type pg from 'pg';

/** From db/ and from the bundle in dist/ alike, `../db/migrations` is the repository's folder. */
export const migrationsFolder = fileURLToPath(new URL('../db/migrations', import.meta.url));

/** Any number that all processes agree on: only one of them migrates at a time. */
const MIGRATION_LOCK = 7_402_001;

/** Runs what is missing, in one transaction, while no other node does. */
export async function migratePostgres(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runPostgres(drizzlePostgres({ client }), { migrationsFolder });
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  } finally {
    client.release();
  }
}

/** The embedded database has one connection: nobody to lock out. */
export async function migrateLite(client: PGlite): Promise<void> {
  await runLite(drizzleLite({ client }), { migrationsFolder });
}
