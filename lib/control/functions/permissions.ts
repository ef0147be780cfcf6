import { and, eq } from 'drizzle-orm';
import { functionPermissions } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { FunctionPermission, FunctionPermissionInput } from '@/lib/model/function';
import type { ReadCall, WriteCall } from '../ControlContext';
import { read, write } from '../operation';
import { badRequest, parse } from '../parse';
import { findVersion, lockFunction } from './findFunction';
import { functionArn, LATEST } from './functionRow';
import { type PermissionParts, permissionInput, statementOf, toPermission } from './permissionStatement';
import { publishFunctions } from './publishFunctions';

/**
 * Resource policies of functions: which APIs may invoke a function is what its statements say
 * (lib/gateway/policy/compileFunctionPermissions.ts; the function host asks them). Invoke by the AWS endpoint asks the
 * caller's policies. A version and an alias have a policy of their own, and `$LATEST` has the one of the function as
 * such (https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html).
 */
const LARGEST_POLICY = 20_480;

const ofFunction = (functionName: string, qualifier: string) =>
  and(eq(functionPermissions.functionName, functionName), eq(functionPermissions.qualifier, qualifier));

/** Statements by their ids. @param qualifier version or alias; absent: of the function as such */
export const listPermissions = read(
  { name: 'GetPolicy', permission: 'viewer' },
  async (call, functionName: string, qualifier?: string): Promise<FunctionPermission[]> => {
    await findVersion(call, functionName, qualifier);
    return readPermissions(call, functionName, qualifier ?? '');
  },
);

/** @throws ControlError LimitExceededException when the policy would be longer than AWS lets it be */
export const addPermission = write(
  { name: 'AddPermission', permission: 'editor' },
  async (call, functionName: string, input: FunctionPermissionInput): Promise<FunctionPermission> => {
    const { qualifier, ...asked } = input;
    const permission = parse(permissionInput, asked);
    if (qualifier === LATEST)
      throw badRequest({
        field: 'qualifier',
        message: 'We currently do not support adding policies for $LATEST.',
      });
    await lockFunction(call, functionName);
    await findVersion(call, functionName, qualifier);
    return insertPermission(call, functionName, qualifier, permission);
  },
);

export const removePermission = write(
  { name: 'RemovePermission', permission: 'editor' },
  async (call, functionName: string, statementId: string, qualifier?: string): Promise<void> => {
    await lockFunction(call, functionName);
    const gone = await call.db
      .delete(functionPermissions)
      .where(and(ofFunction(functionName, qualifier ?? ''), eq(functionPermissions.statementId, statementId)))
      .returning();
    if (gone.length === 0)
      throw new ControlError(
        'NotFoundException',
        `Statement ${statementId} is not found in resource policy.`,
      );
    call.audit(functionArn(call.ports.config, functionName, qualifier), { statementId });
    call.afterwards(publishFunctions);
  },
);

/** @param qualifier '': of the function as such */
export async function readPermissions(
  { db, ports }: ReadCall,
  functionName: string,
  qualifier: string,
): Promise<FunctionPermission[]> {
  const rows = await db
    .select()
    .from(functionPermissions)
    .where(ofFunction(functionName, qualifier))
    .orderBy(functionPermissions.statementId);
  return rows.map((row) => toPermission(ports.config, row));
}

/** To a function that is locked. @throws ControlError */
export async function insertPermission(
  call: WriteCall,
  functionName: string,
  qualifier: string | undefined,
  permission: PermissionParts,
): Promise<FunctionPermission> {
  const { config } = call.ports;
  const { statementId } = permission;
  const row = { functionName, qualifier: qualifier ?? '', statementId, statement: statementOf(permission) };
  const made = await call.db.insert(functionPermissions).values(row).onConflictDoNothing().returning();
  if (made.length === 0)
    throw new ControlError(
      'ConflictException',
      `The statement id (${statementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
    );
  await refuseLongPolicy(call, functionName, row.qualifier);
  const statement = toPermission(config, row);
  call.audit(functionArn(config, functionName, qualifier), { statement });
  call.afterwards(publishFunctions);
  return statement;
}

async function refuseLongPolicy(call: WriteCall, functionName: string, qualifier: string): Promise<void> {
  const Statement = await readPermissions(call, functionName, qualifier);
  const size = Buffer.byteLength(JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement }));
  if (size > LARGEST_POLICY)
    throw new ControlError(
      'LimitExceededException',
      `The final policy size (${size}) is bigger than the limit (${LARGEST_POLICY}).`,
    );
}
