import { ControlError } from '@/lib/model/ControlError';
import { type Integration, integration } from '@/lib/model/integration';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { lockMethod, type MethodAddress, saveMethod } from './findMethod';
import { refuseIntegration } from './refuseIntegration';
import { refuseVpcLink } from './refuseVpcLink';

/**
 * Replaces the integration; its responses stay unless the input has some. As on AWS, whose function may be made later
 * or may be asked with another verb than POST: calls of it fail until then.
 */
export const putIntegration = write(
  { name: 'PutIntegration', permission: 'editor' },
  async (call, ...[restApiId, resourceId, verb, input]: [...MethodAddress, input: unknown]) => {
    const members = parse(integration, input);
    refuseOthersRole(members, call.ports.config.accountId);
    const { method, resource } = await lockMethod(call, restApiId, resourceId, verb);
    const given = typeof input === 'object' && input !== null && 'integrationResponses' in input;
    const before = method.methodIntegration?.integrationResponses ?? {};
    const next = { ...members, integrationResponses: given ? members.integrationResponses : before };
    const wrong = [
      ...refuseIntegration({ ...method, methodIntegration: next }),
      ...(await refuseVpcLink(call.db, next)),
    ];
    if (wrong.length > 0) throw badRequest(...wrong);
    await saveMethod(call, resource, { ...method, methodIntegration: next });
    return next;
  },
);

const ROLE = /^arn:aws[\w-]*:iam::(\d{12}):role\//;

/** AWS hands no role of another account on (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html). */
function refuseOthersRole({ type, credentials = '' }: Integration, accountId: string): void {
  const [, account] = ROLE.exec(credentials) ?? [];
  if ((type === 'AWS' || type === 'AWS_PROXY') && account !== undefined && account !== accountId)
    throw new ControlError('AccessDeniedException', 'Cross-account pass role is not allowed.');
}
