import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { functionCode } from '@/db/schema';
import type { PackedCode } from './packCode';

/** Any number that all processes agree on: code is not removed while other work is about to name it. */
const CODE_LOCK = 7_402_003;

/** Keeps the zip. Code that is there already is not written again. */
export async function storeCode(db: Db, { codeSha256, zip }: PackedCode): Promise<void> {
  await lockCode(db);
  await db.insert(functionCode).values({ sha256: codeSha256, zip }).onConflictDoNothing();
}

/** Removes what no version has any more. */
export async function pruneCode(db: Db): Promise<void> {
  await lockCode(db);
  await db.execute(
    sql`delete from function_code where sha256 not in (select code_sha256 from function_versions)`,
  );
}

const lockCode = (db: Db) => db.execute(sql`select pg_advisory_xact_lock(${CODE_LOCK})`);
