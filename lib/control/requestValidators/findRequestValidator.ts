import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { requestValidators } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { RequestValidator } from '@/lib/model/restApi';

const { id, name, validateRequestParameters, validateRequestBody, restApiId: api } = requestValidators;
const columns = { id, name, validateRequestParameters, validateRequestBody };

/** An API's validators, by name. */
export function readRequestValidators(db: Db, restApiId: string): Promise<RequestValidator[]> {
  return db.select(columns).from(requestValidators).where(eq(api, restApiId)).orderBy(asc(name));
}

/** @throws ControlError NotFoundException */
export async function findRequestValidator(
  db: Db,
  restApiId: string,
  wanted: string,
): Promise<RequestValidator> {
  const [row] = await db
    .select(columns)
    .from(requestValidators)
    .where(and(eq(api, restApiId), eq(id, wanted)));
  if (row) return row;
  throw new ControlError('NotFoundException', 'Invalid Request Validator identifier specified');
}
