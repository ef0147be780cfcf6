import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { functionAliases, functionPermissions } from '@/db/schema';
import { ControlError, isControlError } from '@/lib/model/ControlError';
import { aliasName } from '@/lib/model/function';
import type { WriteCall } from '../ControlContext';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { findVersion, lockFunction } from './findFunction';
import { functionArn } from './functionRow';
import { publishFunctions } from './publishFunctions';
import { toAlias } from './readSummaries';

const aliasInput = z.object({
  name: aliasName,
  functionVersion: z.string().regex(/^(\$LATEST|[1-9]\d{0,8})$/, 'Choose a version: a number, or $LATEST'),
  description: z.string().max(256, 'A description has at most 256 characters').optional(),
});

/** Makes the alias, or points it to another version. */
export const putAlias = write(
  { name: 'UpdateAlias', permission: 'editor' },
  async (
    call,
    functionName: string,
    alias: string,
    input: { functionVersion: string; description?: string },
  ) => {
    const { name, functionVersion, description = null } = parse(aliasInput, { ...input, name: alias });
    await lockFunction(call, functionName);
    await refuseVersion(call, functionName, functionVersion);
    const row = { functionName, name, functionVersion, description };
    const target = [functionAliases.functionName, functionAliases.name];
    await call.db.insert(functionAliases).values(row).onConflictDoUpdate({ target, set: row });
    call.audit(functionArn(call.ports.config, functionName, name), { functionVersion });
    call.afterwards(publishFunctions);
    return toAlias(row);
  },
);

async function refuseVersion(call: WriteCall, functionName: string, version: string): Promise<void> {
  await findVersion(call, functionName, version).catch((error: unknown) => {
    if (!isControlError(error)) throw error;
    throw badRequest({ field: 'functionVersion', message: error.message });
  });
}

/** Calls that name the alias answer from now on that there is no such function. */
export const deleteAlias = write(
  { name: 'DeleteAlias', permission: 'editor' },
  async (call, functionName: string, alias: string): Promise<void> => {
    await lockFunction(call, functionName);
    const removed = await call.db
      .delete(functionAliases)
      .where(and(eq(functionAliases.functionName, functionName), eq(functionAliases.name, alias)))
      .returning();
    // Its policy was its own: an alias of the same name that is made later starts without one.
    await call.db
      .delete(functionPermissions)
      .where(
        and(eq(functionPermissions.functionName, functionName), eq(functionPermissions.qualifier, alias)),
      );
    const arn = functionArn(call.ports.config, functionName, alias);
    if (removed.length === 0) throw new ControlError('NotFoundException', `Alias not found: ${arn}`);
    call.audit(arn);
    call.afterwards(publishFunctions);
  },
);
