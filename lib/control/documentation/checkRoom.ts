import { count, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { documentationParts } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { mostDocumentationParts } from '@/lib/model/documentation';

/** Ours: as much as a document with all parts may hold; every version keeps a copy. */
const mostCharacters = 6 * 1024 * 1024;

/**
 * Asked after a write, inside its transaction.
 * @throws ControlError LimitExceededException when the API's parts are too many or too long, which undoes the write
 */
export async function checkRoom(db: Db, restApiId: string): Promise<void> {
  const [held] = await db
    .select({
      parts: count(),
      characters: sql<string>`coalesce(sum(length(${documentationParts.properties})), 0)`,
    })
    .from(documentationParts)
    .where(eq(documentationParts.restApiId, restApiId));
  if (held && held.parts > mostDocumentationParts)
    throw new ControlError(
      'LimitExceededException',
      `An API has at most ${mostDocumentationParts} documentation parts; this would make ${held.parts}`,
    );
  if (held && Number(held.characters) > mostCharacters)
    throw new ControlError('LimitExceededException', 'The documentation of an API is at most 6 MB');
}
