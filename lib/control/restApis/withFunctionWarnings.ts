import type { Db } from '@/db/client';
import { functions } from '@/db/schema';
import { functionArnInUri, readFunctionArn } from '@/lib/model/functionArn';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { ImportResult } from '@/lib/openapi';
import { isLambdaElsewhere, readSettings } from '../storedSettings';
import { addWarnings } from './addWarnings';

/**
 * The document with a warning for each function of this account that is not here; those of others are elsewhere, and
 * where a Lambda endpoint is set these may be.
 */
export async function withFunctionWarnings(
  db: Db,
  accountId: string,
  imported: ImportResult,
): Promise<ImportResult> {
  const named = namedFunctions(imported.definition, accountId);
  if (named.size === 0 || isLambdaElsewhere(await readSettings(db))) return imported;
  const rows = await db.select({ name: functions.functionName }).from(functions);
  const known = new Set(rows.map(({ name }) => name));
  return addWarnings(
    imported,
    [...named]
      .filter(([, name]) => !known.has(name))
      .map(([uri, name]) => ({
        subject: `function ${uri}`,
        message: `There is no function ${name}: create it before you deploy.`,
      })),
  );
}

/** URI -> name */
function namedFunctions(
  { resources, authorizers = [] }: RestApiDefinition,
  accountId: string,
): Map<string, string> {
  const methods = resources.flatMap(({ resourceMethods }) => Object.values(resourceMethods));
  const uris = [
    ...methods.map(({ methodIntegration }) => methodIntegration?.uri),
    ...authorizers.map(({ authorizerUri }) => authorizerUri),
  ];
  const here = uris.flatMap((uri = ''): [string, string][] => {
    const named = readFunctionArn(functionArnInUri(uri) ?? '');
    return named?.accountId === accountId ? [[uri, named.functionName]] : [];
  });
  return new Map(here);
}
