import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { functionAliases, functionVersions } from '@/db/schema';
import type { FunctionAlias, FunctionSummary } from '@/lib/model/function';
import type { ReadCall } from '../ControlContext';
import { findVersion } from './findFunction';
import { functionArn, LATEST, toFunctionVersion } from './functionRow';
import { type FunctionUse, readUses } from './readUses';

/** All functions by name, each with its `$LATEST`; without their code. */
export async function readSummaries(call: ReadCall): Promise<FunctionSummary[]> {
  const { functionName: name, version } = functionVersions;
  const rows = await call.db.select().from(functionVersions).where(eq(version, LATEST)).orderBy(asc(name));
  const published = await call.db.select({ functionName: name, version }).from(functionVersions);
  const aliases = await readAliases(call.db);
  const uses = await readUses(call.db, call.ports.config.accountId);
  return rows.map((row) => ({
    ...toFunctionVersion(call, { ...row, inlineCode: null }),
    aliases: ofFunction(aliases, row.functionName).map(toAlias),
    versions: numbered(ofFunction(published, row.functionName)),
    usedBy: ofFunction(uses, row.functionName).map(toUsedBy),
  }));
}

/** @param qualifier version or alias. @throws ControlError NotFoundException */
export async function readSummary(
  call: ReadCall,
  functionName: string,
  qualifier = LATEST,
): Promise<FunctionSummary> {
  const row = await findVersion(call, functionName, qualifier);
  const published = await call.db
    .select({ version: functionVersions.version })
    .from(functionVersions)
    .where(eq(functionVersions.functionName, functionName));
  const aliases = await readAliases(call.db);
  const uses = await readUses(call.db, call.ports.config.accountId);
  return {
    ...toFunctionVersion(call, row),
    ...(qualifier !== LATEST && { functionArn: functionArn(call.ports.config, functionName, qualifier) }),
    aliases: ofFunction(aliases, functionName).map(toAlias),
    versions: numbered(published),
    usedBy: ofFunction(uses, functionName).map(toUsedBy),
  };
}

type AliasRow = typeof functionAliases.$inferSelect;

const readAliases = (db: Db): Promise<AliasRow[]> =>
  db.select().from(functionAliases).orderBy(asc(functionAliases.name));

function ofFunction<Row extends { functionName: string }>(rows: Row[], functionName: string): Row[] {
  return rows.filter((row) => row.functionName === functionName);
}

export function toAlias({ name, functionVersion, description }: AliasRow): FunctionAlias {
  return { name, functionVersion, ...(description !== null && { description }) };
}

/** Newest first, without $LATEST. */
const numbered = (rows: { version: string }[]) =>
  rows
    .map(({ version }) => version)
    .filter((version) => version !== LATEST)
    .sort((a, b) => Number(b) - Number(a));

const toUsedBy = ({ restApiId, place }: FunctionUse) => ({ restApiId, place });
