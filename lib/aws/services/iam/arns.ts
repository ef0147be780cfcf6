import { isControlError } from '@/lib/model/ControlError';
import { optional } from '../../protocols/queryInput';
import type { OperationCall } from '../../Service';

const iam = ({ door }: OperationCall, rest: string) => `arn:aws:iam::${door.accountId}:${rest}`;

/** The user that is named; absent: the caller itself, as on AWS. */
export const userNameOf = ({ input, caller }: OperationCall): string =>
  optional(input, 'UserName') ?? caller.userName ?? '';

export const userResource = (call: OperationCall): string => iam(call, `user/${userNameOf(call)}`);
export const allUsers = (call: OperationCall): string => iam(call, 'user/');
export const allRoles = (call: OperationCall): string => iam(call, 'role/');
export const allPolicies = (call: OperationCall): string => iam(call, 'policy/');
export const namedPolicy = (call: OperationCall): string => optional(call.input, 'PolicyArn') ?? '*';
export const policyToMake = (call: OperationCall): string =>
  iam(call, `policy/${optional(call.input, 'PolicyName') ?? ''}`);
export const sourceResource = (call: OperationCall): string => optional(call.input, 'PolicySourceArn') ?? '*';
export const roleToMake = (call: OperationCall): string =>
  iam(call, `role${optional(call.input, 'Path') ?? '/'}${optional(call.input, 'RoleName') ?? ''}`);

/** With the path that the role has; one that there is not has none. */
export async function roleResource(call: OperationCall): Promise<string> {
  const roleName = optional(call.input, 'RoleName') ?? '';
  try {
    return (await call.door.control.identity.role(call.actor, roleName)).arn;
  } catch (error) {
    if (!isControlError(error)) throw error;
    return iam(call, `role/${roleName}`);
  }
}
