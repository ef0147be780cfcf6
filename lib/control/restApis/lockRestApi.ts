import { eq } from 'drizzle-orm';
import { restApis } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ReadCall, WriteCall } from '../ControlContext';

type RestApiRow = typeof restApis.$inferSelect;

/** The API's row. @throws ControlError NotFoundException */
export async function findRestApi({ db, ports }: ReadCall, restApiId: string): Promise<RestApiRow> {
  const [row] = await db.select().from(restApis).where(eq(restApis.id, restApiId));
  return row ?? unknown(ports.config.accountId, restApiId);
}

/**
 * The same, held until the transaction ends: writes to one API come one after the other, so what an operation
 * has checked (siblings, names, references) still holds when it writes.
 */
export async function lockRestApi({ db, ports }: WriteCall, restApiId: string): Promise<RestApiRow> {
  const [row] = await db.select().from(restApis).where(eq(restApis.id, restApiId)).for('update');
  return row ?? unknown(ports.config.accountId, restApiId);
}

function unknown(accountId: string, restApiId: string): never {
  throw new ControlError('NotFoundException', `Invalid API identifier specified ${accountId}:${restApiId}`);
}
