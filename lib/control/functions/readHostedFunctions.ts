import { asc } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { functionAliases, functionPermissions, functionVersions } from '@/db/schema';
import type { HostedFunction, StoredPermission } from '@/lib/model/function';
import type { ControlPorts } from '../ports';
import { functionArn, LATEST, openConfiguration } from './functionRow';

/** All that the function host may be asked to run, with opened environments: for the host alone. */
export async function readHostedFunctions(
  { secrets, config }: ControlPorts,
  db: Db,
): Promise<HostedFunction[]> {
  const { functionName: name, version: number } = functionVersions;
  const rows = await db.select().from(functionVersions).orderBy(asc(name), asc(number));
  const aliases = await db.select().from(functionAliases).orderBy(asc(functionAliases.name));
  const statements = await db.select().from(functionPermissions);
  const opened = rows.map((row) => ({ row, configuration: openConfiguration(secrets, row) }));
  // Of the function, not of a version, as on AWS: all its versions share it.
  const reserved = new Map(
    opened
      .filter(({ row }) => row.version === LATEST)
      .map(({ row, configuration }) => [row.functionName, configuration.reservedConcurrency]),
  );
  return opened.map(({ row: { functionName, version, codeSha256 }, configuration }) => {
    const named = aliases
      .filter((alias) => alias.functionName === functionName && alias.functionVersion === version)
      .map((alias) => alias.name);
    const { runtime, handler, timeout, memorySize, environment } = configuration;
    return {
      ...{ runtime, handler, timeout, memorySize, environment },
      functionName,
      version,
      functionArn: functionArn(config, functionName, version),
      aliases: named,
      ...(!config.awsOpen && {
        permissions: permissionsOf(
          statements.filter((row) => row.functionName === functionName),
          [version === LATEST ? '' : version, ...named],
        ),
      }),
      reservedConcurrency: reserved.get(functionName) ?? null,
      codeSha256,
    };
  });
}

function permissionsOf(
  rows: (typeof functionPermissions.$inferSelect)[],
  qualifiers: string[],
): Record<string, StoredPermission[]> {
  const ofOne = (wanted: string) =>
    rows.filter(({ qualifier }) => qualifier === wanted).map(({ statement }) => statement);
  return Object.fromEntries(qualifiers.map((qualifier) => [qualifier, ofOne(qualifier)]));
}
