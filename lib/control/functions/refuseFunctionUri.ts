import { eq } from 'drizzle-orm';
import { functions } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import { functionArnInUri, readFunctionArn } from '@/lib/model/functionArn';
import type { ReadCall } from '../ControlContext';
import { isLambdaElsewhere, readSettings } from '../storedSettings';

/**
 * A function of this account that is not there. One that is there stays until the transaction ends. Not known before
 * the call: functions of other accounts, what a stage variable names, and, where a Lambda endpoint or a key for AWS
 * is set, those that are there and not here.
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
  if (found || isLambdaElsewhere(await readSettings(db))) return [];
  return [{ field, message: `Invalid lambda function: ${arn} does not exist` }];
}
