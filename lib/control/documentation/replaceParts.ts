import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { documentationParts } from '@/db/schema';
import { type DocumentationPart, locationKey } from '@/lib/model/documentation';
import { freshIds } from '../freshIds';
import { checkRoom } from './checkRoom';
import { readPartRows } from './partRow';

/** Makes these the API's parts, and no others. A part whose location stays keeps its id. @returns ids, in order */
export async function replaceParts(
  db: Db,
  restApiId: string,
  parts: readonly DocumentationPart[],
): Promise<string[]> {
  const before = new Map((await readPartRows(db, restApiId)).map((row) => [row.locationKey, row.id]));
  const pool = await freshIds(db, documentationParts, documentationParts.id, 6, parts.length);
  const rows = parts.map(({ location, properties }, index) => {
    const key = locationKey(location);
    return { id: before.get(key) ?? pool[index] ?? '', restApiId, location, locationKey: key, properties };
  });
  await db.delete(documentationParts).where(eq(documentationParts.restApiId, restApiId));
  // In portions: a statement of Postgres takes at most 65,535 parameters.
  for (let at = 0; at < rows.length; at += 1_000)
    await db.insert(documentationParts).values(rows.slice(at, at + 1_000));
  if (rows.length > 0) await checkRoom(db, restApiId);
  return rows.map(({ id }) => id);
}

/** Imported parts replace those of their location, the rest is kept. */
export function mergeParts(
  existing: readonly DocumentationPart[] = [],
  imported: readonly DocumentationPart[] = [],
): DocumentationPart[] {
  const byLocation = [...existing, ...imported].map((part) => [locationKey(part.location), part] as const);
  return [...new Map(byLocation).values()];
}
