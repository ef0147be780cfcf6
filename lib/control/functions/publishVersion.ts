import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { functions, functionVersions } from '@/db/schema';
import type { FunctionConfiguration, FunctionVersion } from '@/lib/model/function';
import type { WriteCall } from '../ControlContext';
import { write } from '../operation';
import { parse } from '../parse';
import { findVersion, lockFunction } from './findFunction';
import {
  functionArn,
  LATEST,
  openConfiguration,
  sealConfiguration,
  toFunctionVersion,
  type VersionRow,
} from './functionRow';
import { publishFunctions } from './publishFunctions';

const versionInput = z.object({
  description: z.string().max(256, 'A description has at most 256 characters').optional(),
});

/**
 * Keeps `$LATEST` as it is under the next number. One that is the same as the last version is that version
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html).
 */
export const publishVersion = write(
  { name: 'PublishVersion', permission: 'editor' },
  async (call, functionName: string, input: { description?: string }): Promise<FunctionVersion> => {
    const { description } = parse(versionInput, input);
    const { nextVersion } = await lockFunction(call, functionName);
    const latest = await findVersion(call, functionName);
    const last = await lastVersion(call.db, functionName);
    const row =
      last && isSame(call, last, latest) ? last : await insertVersion(call, latest, nextVersion, description);
    const { version } = row;
    call.audit(functionArn(call.ports.config, functionName, version), { made: row !== last });
    if (row !== last) call.afterwards(publishFunctions);
    return toFunctionVersion(call, row);
  },
);

async function insertVersion(
  { db, ports: { secrets }, now }: WriteCall,
  latest: VersionRow,
  nextVersion: number,
  description: string | undefined,
): Promise<VersionRow> {
  const configuration = openConfiguration(secrets, latest);
  const configurationSealed = sealConfiguration(secrets, {
    ...configuration,
    ...(description !== undefined && { description }),
  });
  const row = { ...latest, version: String(nextVersion), configurationSealed, lastModified: now };
  await db.insert(functionVersions).values(row);
  const { functionName } = latest;
  await db
    .update(functions)
    .set({ nextVersion: nextVersion + 1 })
    .where(eq(functions.functionName, functionName));
  return row;
}

async function lastVersion(db: Db, functionName: string): Promise<VersionRow | undefined> {
  const [row] = await db
    .select()
    .from(functionVersions)
    .where(and(eq(functionVersions.functionName, functionName), ne(functionVersions.version, LATEST)))
    .orderBy(desc(sql`${functionVersions.version}::integer`))
    .limit(1);
  return row;
}

function isSame({ ports: { secrets } }: WriteCall, last: VersionRow, latest: VersionRow): boolean {
  const [a, b] = [last, latest].map((row) => comparable(openConfiguration(secrets, row)));
  return a === b && last.codeSha256 === latest.codeSha256;
}

/** Of a version; prose is no difference, and reserved concurrency is the function's. */
function comparable({ environment, ...settings }: FunctionConfiguration): string {
  const { runtime, handler, timeout, memorySize, role, architecture, ephemeralStorage } = settings;
  const variables = Object.entries(environment).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    runtime,
    handler,
    timeout,
    memorySize,
    variables,
    role,
    architecture,
    ephemeralStorage,
  ]);
}
