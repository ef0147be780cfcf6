import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { functionAliases, functions, functionVersions } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import type { ReadCall } from '../ControlContext';

/**
 * An invocation URI whose function is this account's and not here. One that names a stage variable is known with the
 * call only, and another account's is not here to ask.
 */
export async function refuseFunction(
  { db, ports }: ReadCall,
  uri: string | undefined,
): Promise<FieldError[]> {
  const arn = uri && /\/functions\/(.+)\/(?:response-streaming-)?invocations$/.exec(uri)?.[1];
  if (!arn || arn.includes('${')) return [];
  const [, account, name, qualifier] =
    /^arn:aws[\w-]*:lambda:[\w-]+:(\d{12}):function:([A-Za-z0-9_-]{1,64})(?::([$A-Za-z0-9_-]{1,128}))?$/.exec(
      arn,
    ) ?? [];
  if (name === undefined)
    return [{ field: 'authorizerUri', message: `Not a function's ARN: ${arn.slice(0, 200)}` }];
  if (account !== ports.config.accountId || (await isHere(db, name, qualifier))) return [];
  return [{ field: 'authorizerUri', message: `Function not found: ${arn}` }];
}

/** One that is found stays until the transaction ends. */
async function isHere(db: Db, name: string, qualifier = '$LATEST'): Promise<boolean> {
  const [found] = await db
    .select({ name: functions.functionName })
    .from(functions)
    .where(eq(functions.functionName, name))
    .for('key share');
  if (!found) return false;
  if (qualifier === '$LATEST') return true;
  const [version] = await db
    .select({ version: functionVersions.version })
    .from(functionVersions)
    .where(and(eq(functionVersions.functionName, name), eq(functionVersions.version, qualifier)));
  if (version) return true;
  const [alias] = await db
    .select({ name: functionAliases.name })
    .from(functionAliases)
    .where(and(eq(functionAliases.functionName, name), eq(functionAliases.name, qualifier)));
  return alias !== undefined;
}
