import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { functionPermissions } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { FunctionPermission, FunctionPermissionInput } from '@/lib/model/function';
import type { ReadCall } from '../ControlContext';
import { read, write } from '../operation';
import { parse } from '../parse';
import { findVersion, lockFunction } from './findFunction';
import { functionArn } from './functionRow';

/**
 * Resource policies of functions. They are kept and given back, and no call of the gateway asks them: the console and
 * an import put functions into methods without a statement, and what runs there is this installation's own. Invoke by
 * the AWS endpoint asks the caller's policies.
 */
const permissionInput = z.object({
  statementId: z.string().regex(/^[\w-]{1,100}$/, 'A statement id is 1 to 100 letters, digits, - and _'),
  action: z.string().regex(/^(lambda:[*]|lambda:[a-zA-Z]+|[*])$/, 'An action is lambda:{Name} or lambda:*'),
  principal: z
    .string()
    .regex(/^([*]|\d{12}|arn:aws[\w-]*:iam::\d{12}:.+|[\w.-]+)$/, 'The provided principal was invalid'),
  sourceArn: z
    .string()
    .regex(/^arn:aws[\w-]*:[\w-]+:[\w-]*:[\d*]*:.*$/, 'A source is an ARN')
    .optional(),
  sourceAccount: z
    .string()
    .regex(/^\d{12}$/, 'A source account has 12 digits')
    .optional(),
});

const ofFunction = (functionName: string, qualifier: string) =>
  and(eq(functionPermissions.functionName, functionName), eq(functionPermissions.qualifier, qualifier));

/** Statements by their ids. @param qualifier version or alias; absent: of the function as such */
export const listPermissions = read(
  { name: 'GetPolicy', permission: 'viewer' },
  async (call, functionName: string, qualifier?: string): Promise<FunctionPermission[]> => {
    await findVersion(call, functionName, qualifier);
    const rows = await call.db
      .select()
      .from(functionPermissions)
      .where(ofFunction(functionName, qualifier ?? ''))
      .orderBy(functionPermissions.statementId);
    return rows.map(({ statement }) => statement);
  },
);

export const addPermission = write(
  { name: 'AddPermission', permission: 'editor' },
  async (call, functionName: string, input: FunctionPermissionInput): Promise<FunctionPermission> => {
    const { qualifier, ...asked } = input;
    const permission = parse(permissionInput, asked);
    await lockFunction(call, functionName);
    await findVersion(call, functionName, qualifier);
    const statement = statementOf(call, functionName, qualifier, permission);
    const { statementId } = permission;
    const made = await call.db
      .insert(functionPermissions)
      .values({ functionName, qualifier: qualifier ?? '', statementId, statement })
      .onConflictDoNothing()
      .returning();
    if (made.length === 0)
      throw new ControlError(
        'ConflictException',
        `The statement id (${statementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
      );
    call.audit(functionArn(call.ports.config, functionName, qualifier), { statement });
    return statement;
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
  },
);

function statementOf(
  { ports }: ReadCall,
  functionName: string,
  qualifier: string | undefined,
  permission: z.output<typeof permissionInput>,
): FunctionPermission {
  const { statementId, action, principal, sourceArn, sourceAccount } = permission;
  const condition = {
    ...(sourceAccount !== undefined && { StringEquals: { 'AWS:SourceAccount': sourceAccount } }),
    ...(sourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': sourceArn } }),
  };
  return {
    Sid: statementId,
    Effect: 'Allow',
    Principal: principalOf(principal),
    Action: action,
    Resource: functionArn(ports.config, functionName, qualifier),
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  };
}

/** An account is written as its root, as AWS does. */
function principalOf(principal: string): FunctionPermission['Principal'] {
  if (principal === '*') return principal;
  if (/^\d{12}$/.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` };
  return principal.startsWith('arn:') ? { AWS: principal } : { Service: principal };
}
