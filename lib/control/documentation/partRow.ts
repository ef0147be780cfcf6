import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { documentationParts } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { DocumentationPart } from '@/lib/model/documentation';

type PartRow = typeof documentationParts.$inferSelect;

/** By location, in code-unit order: the same on every server. */
export async function readPartRows(db: Db, restApiId: string): Promise<PartRow[]> {
  const rows = await db.select().from(documentationParts).where(eq(documentationParts.restApiId, restApiId));
  return rows.sort((a, b) => (a.locationKey < b.locationKey ? -1 : 1));
}

export async function readParts(db: Db, restApiId: string): Promise<DocumentationPart[]> {
  return (await readPartRows(db, restApiId)).map(toPart);
}

export const toPart = ({ location, properties }: PartRow): DocumentationPart => ({ location, properties });

export const partAt = (restApiId: string, partId: string) =>
  and(eq(documentationParts.restApiId, restApiId), eq(documentationParts.id, partId));

/** @throws ControlError NotFoundException */
export async function findPart(db: Db, restApiId: string, partId: string): Promise<PartRow> {
  const [row] = await db.select().from(documentationParts).where(partAt(restApiId, partId));
  if (!row) throw new ControlError('NotFoundException', 'Invalid Documentation part identifier specified');
  return row;
}
