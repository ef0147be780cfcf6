import { z } from 'zod';
import type { functionPermissions } from '@/db/schema';
import type { FunctionPermission, StoredPermission } from '@/lib/model/function';
import type { ControlConfig } from '../ports';
import { functionArn } from './functionRow';

export const permissionInput = z.object({
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
export type PermissionParts = z.output<typeof permissionInput>;

export function statementOf({
  statementId,
  action,
  principal,
  sourceArn,
  sourceAccount,
}: PermissionParts): StoredPermission {
  const condition = {
    ...(sourceAccount !== undefined && { StringEquals: { 'AWS:SourceAccount': sourceAccount } }),
    ...(sourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': sourceArn } }),
  };
  return {
    Sid: statementId,
    Effect: 'Allow',
    Principal: principalOf(principal),
    Action: action,
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  };
}

/** The row as AWS shows it: the resource is what the statement stands at. */
export function toPermission(
  config: ControlConfig,
  { functionName, qualifier, statement }: typeof functionPermissions.$inferSelect,
): FunctionPermission {
  const { Sid, Effect, Principal, Action, Condition } = statement;
  const Resource = functionArn(config, functionName, qualifier === '' ? undefined : qualifier);
  return { Sid, Effect, Principal, Action, Resource, ...(Condition && { Condition }) };
}

/** An account is written as its root, as AWS does. */
function principalOf(principal: string): FunctionPermission['Principal'] {
  if (principal === '*') return principal;
  if (/^\d{12}$/.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` };
  return principal.startsWith('arn:') ? { AWS: principal } : { Service: principal };
}
