import { inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { stages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';

/** @throws ControlError NotFoundException for a stage that there is not */
export async function checkStageKeys(db: Db, stageKeys: string[] = []): Promise<void> {
  if (stageKeys.length === 0) return;
  const name = sql<string>`${stages.restApiId} || '/' || ${stages.stageName}`;
  const rows = await db.select({ name }).from(stages).where(inArray(name, stageKeys));
  const known = new Set(rows.map((row) => row.name));
  const unknown = stageKeys.find((key) => !known.has(key));
  if (unknown === undefined) return;
  const message = `Invalid API Stage specified: ${unknown}`;
  throw new ControlError('NotFoundException', message, [{ field: 'stageKeys', message }]);
}
