import { z } from 'zod';
import { isControlError } from '@/lib/model/ControlError';
import { AwsError } from '../../AwsError';
import { checkRevision } from './checkRevision';
import { functionNamed } from './functionName';
import { revisionId } from './functionShape';
import { inputOf } from './inputOf';
import type { LambdaRuns } from './LambdaRuns';

const notHere = 'Not available here';
const members = z.object({
  StatementId: z.string(),
  Action: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
  PrincipalOrgID: z.undefined(notHere).optional(),
  EventSourceToken: z.undefined(notHere).optional(),
  FunctionUrlAuthType: z.undefined(notHere).optional(),
  RevisionId: z.string().optional(),
});

/** What they decide stands in lib/control/functions/permissions.ts. */
export const permissions: LambdaRuns = {
  AddPermission: async (call) => {
    const { functionName, qualifier } = functionNamed(call);
    const input = await inputOf(call, members);
    return call.door.control.together(async ({ functions }) => {
      checkRevision(await functions.permissions(call.actor, functionName, qualifier), input.RevisionId);
      const asked = {
        statementId: input.StatementId,
        action: input.Action,
        principal: input.Principal,
        sourceArn: input.SourceArn,
        sourceAccount: input.SourceAccount,
        qualifier,
      };
      const statement = await functions.addPermission(call.actor, functionName, asked).catch(tooLong);
      return { Statement: JSON.stringify(statement) };
    });
  },
  GetPolicy: async (call) => {
    const { functionName, qualifier } = functionNamed(call);
    const statements = await call.door.control.functions.permissions(call.actor, functionName, qualifier);
    if (statements.length === 0)
      throw new AwsError('ResourceNotFoundException', 'The resource you requested does not exist.', 404);
    const policy = { Version: '2012-10-17', Id: 'default', Statement: statements };
    return { Policy: JSON.stringify(policy), RevisionId: revisionId(statements) };
  },
  RemovePermission: async (call) => {
    const { functionName, qualifier } = functionNamed(call);
    const wanted = new URLSearchParams(call.request.query).get('RevisionId') || undefined;
    await call.door.control.together(async ({ functions }) => {
      checkRevision(await functions.permissions(call.actor, functionName, qualifier), wanted);
      await functions.removePermission(call.actor, functionName, String(call.input.StatementId), qualifier);
    });
  },
};

/** The one limit of AddPermission, by its own name. */
function tooLong(error: unknown): never {
  if (isControlError(error) && error.code === 'LimitExceededException')
    throw new AwsError('PolicyLengthExceededException', error.message, 400);
  throw error;
}
