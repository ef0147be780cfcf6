import { eq } from 'drizzle-orm';
import { apis } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ReadCall, WriteCall } from '../ControlContext';

export type ApiRow = typeof apis.$inferSelect;

/** @throws ControlError NotFoundException */
export async function findApi({ db }: ReadCall, apiId: string): Promise<ApiRow> {
  const [row] = await db.select().from(apis).where(eq(apis.apiId, apiId));
  return row ?? unknown(apiId);
}

/** The same, held until the transaction ends: writes to one Api come one after the other. */
export async function lockApi({ db }: WriteCall, apiId: string): Promise<ApiRow> {
  const [row] = await db.select().from(apis).where(eq(apis.apiId, apiId)).for('update');
  return row ?? unknown(apiId);
}

function unknown(apiId: string): never {
  throw new ControlError('NotFoundException', `Invalid API identifier specified ${apiId}`);
}
