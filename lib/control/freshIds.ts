import { inArray } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/client';
import { newId } from '@/lib/model/ids';

/** Ids that no row has yet. AWS's ids of 6 characters are short enough to meet by chance in a large import. */
export async function freshIds<Column extends AnyPgColumn>(
  db: Db,
  table: PgTable,
  column: Column,
  length: 6 | 7 | 10,
  count: number,
): Promise<string[]> {
  const ids = new Set<string>();
  while (ids.size < count) {
    const candidates = Array.from({ length: count - ids.size }, () => newId(length));
    const taken = await db.select({ id: column }).from(table).where(inArray(column, candidates));
    const rows = new Set<unknown>(taken.map((row) => row.id));
    for (const id of candidates) if (!rows.has(id)) ids.add(id);
  }
  return [...ids];
}

/** One such id. */
export async function freshId(
  db: Db,
  table: PgTable,
  column: AnyPgColumn,
  length: 6 | 7 | 10,
): Promise<string> {
  const [id] = await freshIds(db, table, column, length, 1);
  return id ?? newId(length);
}
