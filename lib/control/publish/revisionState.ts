import { and, desc, eq, gte, lt, min } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { revisions } from '@/db/schema';

/**
 * One state of one database. The number alone is not: another database, or this one restored from a backup, has
 * the same numbers for other states, but did not make them at the same time.
 */
export interface RevisionState {
  revision: number;
  /** ms since the epoch */
  revisedAt: number;
}

const DAY = 86_400_000;
/** A process that was away for longer reads everything anew. */
const KEPT_DAYS = 2;

/** The newest revision; revision 0 before the first. */
export async function newestState(db: Db): Promise<RevisionState> {
  const [row] = await db.select().from(revisions).orderBy(desc(revisions.revision)).limit(1);
  return { revision: row?.revision ?? 0, revisedAt: row?.createdAt.getTime() ?? 0 };
}

export async function newestRevision(db: Db): Promise<number> {
  return (await newestState(db)).revision;
}

/** Whether this database was in that state and can still tell what has changed since. */
export async function isKnown(db: Db, { revision, revisedAt }: RevisionState): Promise<boolean> {
  const made = eq(revisions.createdAt, new Date(revisedAt));
  return (await db.$count(revisions, and(eq(revisions.revision, revision), made))) > 0;
}

/**
 * Deletes the oldest revisions. What is left has no gaps: as long as a revision is there, so are all after it. The
 * newest always stays.
 */
export async function pruneRevisions(db: Db, now: number): Promise<void> {
  const cutoff = new Date(now - KEPT_DAYS * DAY);
  const [young] = await db
    .select({ oldest: min(revisions.revision) })
    .from(revisions)
    .where(gte(revisions.createdAt, cutoff));
  const oldest = young?.oldest ?? (await newestRevision(db));
  await db.delete(revisions).where(lt(revisions.revision, oldest));
}
