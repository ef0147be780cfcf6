import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { functionCode, functionCodeParts } from '@/db/schema';
import type { PackedCode } from './packCode';

/** Any number that all processes agree on: code is not removed while other work is about to name it. */
const CODE_LOCK = 7_402_003;

const PART_BYTES = 256 * 1024;

/** Keeps the zip. Code that is there already is not written again. */
export async function storeCode(db: Db, { codeSha256: sha256, zip }: PackedCode): Promise<void> {
  await lockCode(db);
  const made = await db.insert(functionCode).values({ sha256 }).onConflictDoNothing().returning();
  if (made.length === 0) return;
  for (let part = 0; part * PART_BYTES < zip.length; part += 1) {
    const bytes = zip.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
    await db.insert(functionCodeParts).values({ sha256, part, bytes });
  }
}

/** The zip; undefined when it is not there, or went while it was read. */
export async function readCode(db: Db, sha256: string): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  const ofCode = eq(functionCodeParts.sha256, sha256);
  const count = await db.$count(functionCodeParts, ofCode);
  for (let part = 0; part < count; part += 1) {
    const [row] = await db
      .select({ bytes: functionCodeParts.bytes })
      .from(functionCodeParts)
      .where(and(ofCode, eq(functionCodeParts.part, part)));
    if (!row) return undefined;
    parts.push(row.bytes);
  }
  return count === 0 ? undefined : Buffer.concat(parts);
}

/** Removes what no version has any more. */
export async function pruneCode(db: Db): Promise<void> {
  await lockCode(db);
  await db.execute(
    sql`delete from function_code where sha256 not in (select code_sha256 from function_versions)`,
  );
}

const lockCode = (db: Db) => db.execute(sql`select pg_advisory_xact_lock(${CODE_LOCK})`);
