import { eq } from 'drizzle-orm';
import { functions } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import { functionArnInUri, readFunctionArn } from '@/lib/model/functionArn';
import type { ReadCall } from '../ControlContext';

/**
 * A function of this account that is not there. One that is there stays until the transaction ends; those of other
 * accounts are elsewhere, and what a stage variable names is known with the call only.
 */
export async function refuseFunctionUri(
  { db, ports }: Pick<ReadCall, 'db' | 'ports'>,
  uri: string | undefined,
  field: string,
): Promise<FieldError[]> {
  const arn = functionArnInUri(uri ?? '');
  const named = arn === undefined ? undefined : readFunctionArn(arn);
  if (!named || named.accountId !== ports.config.accountId) return [];
  const [found] = await db
    .select({ name: functions.functionName })
    .from(functions)
    .where(eq(functions.functionName, named.functionName))
    .for('key share');
  return found ? [] : [{ field, message: `Invalid lambda function: ${arn} does not exist` }];
}
