import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema';

/** One type for PGlite and Postgres: both speak the same dialect. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
