import { integration } from '@/lib/model/integration';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { lockMethod, type MethodAddress, saveMethod } from './findMethod';
import { refuseIntegration } from './refuseIntegration';
import { refuseRole } from './refuseRole';
import { refuseVpcLink } from './refuseVpcLink';

/**
 * Replaces the integration; its responses stay unless the input has some. As on AWS, whose function may be made later
 * or may be asked with another verb than POST: calls of it fail until then.
 */
export const putIntegration = write(
  { name: 'PutIntegration', permission: 'editor' },
  async (call, ...[restApiId, resourceId, verb, input]: [...MethodAddress, input: unknown]) => {
    const members = parse(integration, input);
    const { method, resource } = await lockMethod(call, restApiId, resourceId, verb);
    const given = typeof input === 'object' && input !== null && 'integrationResponses' in input;
    const before = method.methodIntegration?.integrationResponses ?? {};
    const next = { ...members, integrationResponses: given ? members.integrationResponses : before };
    const wrong = [
      ...refuseRole(next, call.ports.config.accountId),
      ...refuseIntegration({ ...method, methodIntegration: next }),
      ...(await refuseVpcLink(call.db, next)),
    ];
    if (wrong.length > 0) throw badRequest(...wrong);
    await saveMethod(call, resource, { ...method, methodIntegration: next });
    return next;
  },
);
