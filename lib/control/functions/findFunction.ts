import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { functionAliases, functions, functionVersions } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ReadCall, WriteCall } from '../ControlContext';
import { functionArn, LATEST, type VersionRow } from './functionRow';

type FunctionRow = typeof functions.$inferSelect;

/**
 * The function, held until the transaction ends: writes to it come one after the other, and no authorizer that is
 * written meanwhile names it (refuseFunctionUri).
 * @throws ControlError NotFoundException
 */
export async function lockFunction({ db, ports }: WriteCall, functionName: string): Promise<FunctionRow> {
  const [row] = await db
    .select()
    .from(functions)
    .where(eq(functions.functionName, functionName))
    .for('update');
  return row ?? noFunction(functionArn(ports.config, functionName));
}

/** What a version or an alias names. @throws ControlError NotFoundException */
export async function findVersion(
  { db, ports }: ReadCall,
  functionName: string,
  qualifier = LATEST,
): Promise<VersionRow> {
  const row = await versionRow(db, functionName, await versionOf(db, functionName, qualifier));
  return (
    row ?? noFunction(functionArn(ports.config, functionName, qualifier === LATEST ? undefined : qualifier))
  );
}

async function versionOf(db: Db, functionName: string, qualifier: string): Promise<string> {
  const [alias] = await db
    .select({ version: functionAliases.functionVersion })
    .from(functionAliases)
    .where(and(eq(functionAliases.functionName, functionName), eq(functionAliases.name, qualifier)));
  return alias?.version ?? qualifier;
}

async function versionRow(db: Db, functionName: string, version: string): Promise<VersionRow | undefined> {
  const [row] = await db
    .select()
    .from(functionVersions)
    .where(and(eq(functionVersions.functionName, functionName), eq(functionVersions.version, version)));
  return row;
}

function noFunction(arn: string): never {
  throw new ControlError('NotFoundException', `Function not found: ${arn}`);
}
