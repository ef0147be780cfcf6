import type { TemporaryCredentials } from '@/lib/model/identity';
import { AwsError } from '../AwsError';
import { contextOf, effectOf, notAuthorized } from '../authorize';
import { optional, required, wholeNumber } from '../protocols/queryInput';
import { queryProtocol } from '../protocols/queryProtocol';
import type { Operation, OperationCall, Service } from '../Service';

const ACTION = 'sts:AssumeRole';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: no policy can forbid it. */
const getCallerIdentity: Operation = {
  action: 'anyCaller',
  run: async ({ caller }) => ({ Arn: caller.arn, UserId: caller.userId, Account: caller.accountId }),
};

/**
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html. A role whose trust policy names the caller
 * needs no policy of the caller's; one that names the account does
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
 */
const assumeRole: Operation = {
  action: 'anyCaller',
  run: async (call) => {
    const { input, door, actor } = call;
    refuseScopes(input);
    const roleSessionName = required(input, 'RoleSessionName');
    if (!/^[\w+=,.@-]{2,64}$/.test(roleSessionName))
      throw new AwsError('ValidationError', 'RoleSessionName is 2 to 64 letters, digits and _+=,.@-');
    const role = await trustedRole(call);
    const longest = role.maxSessionDuration;
    const duration = wholeNumber(input, 'DurationSeconds', [900, 43_200]) ?? 3_600;
    if (duration > longest)
      throw new AwsError(
        'ValidationError',
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      );
    const { roleName, roleId } = role;
    const keys = await door.control.identity.issueCredentials(actor, { roleName, roleSessionName }, duration);
    return {
      Credentials: credentialsShape(keys),
      AssumedRoleUser: {
        AssumedRoleId: `${roleId}:${roleSessionName}`,
        Arn: `arn:aws:sts::${door.accountId}:assumed-role/${roleName}/${roleSessionName}`,
      },
    };
  },
};

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html: needs no policy, and long-term keys. */
const getSessionToken: Operation = {
  action: 'anyCaller',
  run: async ({ input, caller, door, actor, request }) => {
    if (caller.userName === undefined || request.header('x-amz-security-token') !== undefined)
      throw new AwsError('AccessDenied', 'Cannot call GetSessionToken with session credentials', 403);
    const duration = wholeNumber(input, 'DurationSeconds', [900, 129_600]) ?? 43_200;
    const subject = { userName: caller.userName };
    return {
      Credentials: credentialsShape(await door.control.identity.issueCredentials(actor, subject, duration)),
    };
  },
};

export const sts: Service = {
  name: 'sts',
  protocol: queryProtocol('sts', '2011-06-15'),
  operations: new Map([
    ['GetCallerIdentity', getCallerIdentity],
    ['AssumeRole', assumeRole],
    ['GetSessionToken', getSessionToken],
  ]),
};

/** What would narrow the session is not left out unseen. */
function refuseScopes(input: OperationCall['input']): void {
  const sent = ['Policy', 'PolicyArns.member.1.arn', 'SerialNumber'].find((name) => optional(input, name));
  if (sent === undefined) return;
  throw new AwsError('ValidationError', `${sent.split('.', 1)[0]} is not available here`);
}

/** A role that is not there is refused as one that trusts nobody, as on AWS. */
async function trustedRole(call: OperationCall) {
  const { input, door, actor, caller, request } = call;
  const arn = required(input, 'RoleArn');
  const effect = effectOf(call, ACTION, arn);
  const role = (await door.control.identity.roles(actor)).find((one) => one.arn === arn);
  const context = contextOf(request, caller, door.now());
  const externalId = optional(input, 'ExternalId');
  const asked = new Map([
    ...context,
    ...(externalId === undefined ? [] : [['sts:externalid', [externalId]] as const]),
  ]);
  const trust = role ? await door.control.identity.roleTrusts(actor, role.roleName, caller, asked) : 'nobody';
  const mayAsk = trust === 'principal' ? effect !== 'Deny' : effect === 'Allow';
  if (!role || trust === 'nobody' || !mayAsk) {
    if (effect !== 'Allow') throw notAuthorized(caller, ACTION, arn, effect);
    throw new AwsError(
      'AccessDeniedException',
      `User: ${caller.arn} is not authorized to perform: ${ACTION} on resource: ${arn}`,
      403,
    );
  }
  return role;
}

const credentialsShape = ({
  accessKeyId,
  secretAccessKey,
  sessionToken,
  expiration,
}: TemporaryCredentials) => ({
  AccessKeyId: accessKeyId,
  SecretAccessKey: secretAccessKey,
  SessionToken: sessionToken,
  Expiration: new Date(expiration),
});
