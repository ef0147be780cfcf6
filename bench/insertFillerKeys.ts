import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

const PORTION = 50_000;

/**
 * Keys that nobody calls with, in all the plans of the one that is like them. Written by SQL: a million
 * operations, each with its audit row and publication, would take hours.
 */
export async function insertFillerKeys(db: Db, likeApiKeyId: string, count: number): Promise<void> {
  for (let from = 1; from <= count; from += PORTION) {
    const numbers = sql`generate_series(${from}::int, ${Math.min(count, from + PORTION - 1)}::int) as n`;
    await db.execute(sql`
      insert into api_keys (id, name, enabled, value_hash, value_sealed, hint, created_date, last_updated_date)
      select 'f' || lpad(n::text, 9, '0'), 'Filler ' || n, true,
        rtrim(translate(encode(sha256(n::text::bytea), 'base64'), '+/', '-_'), '='),
        value_sealed, hint, created_date, last_updated_date
      from api_keys, ${numbers} where id = ${likeApiKeyId}`);
    await db.execute(sql`
      insert into usage_plan_keys (usage_plan_id, api_key_id)
      select usage_plan_id, 'f' || lpad(n::text, 9, '0')
      from usage_plan_keys, ${numbers} where api_key_id = ${likeApiKeyId}`);
  }
}
