import { ControlError, type FieldError } from '@/lib/model/ControlError';
import type { Integration } from '@/lib/model/integration';

const ROLE = /^arn:aws[\w-]*:iam::(\d{12}):role\//;
const SERVICE = /^arn:aws[\w-]*:apigateway:[^:]+:(?!lambda:)[^:]+:(path|action)\//;

/**
 * Functions may say themselves whom they let in, other services are asked in somebody's name.
 * @throws ControlError AccessDeniedException for a role of another account, which AWS never hands on
 *   (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html)
 */
export function refuseRole({ type, uri = '', credentials }: Integration, accountId: string): FieldError[] {
  if (type !== 'AWS' && type !== 'AWS_PROXY') return [];
  const [, account] = ROLE.exec(credentials ?? '') ?? [];
  if (account !== undefined && account !== accountId)
    throw new ControlError('AccessDeniedException', 'Cross-account pass role is not allowed.');
  if (type === 'AWS_PROXY' || credentials !== undefined || !SERVICE.test(uri)) return [];
  return [{ field: 'credentials', message: 'Role ARN must be specified for AWS integrations' }];
}
