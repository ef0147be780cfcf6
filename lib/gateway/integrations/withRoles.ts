import { Readable } from 'node:stream';
import type { IamIdentity, IdentityBook } from '../authorizers/IdentityBook';
import { policyContextOf } from '../authorizers/policyContext';
import type { PolicyRequest } from '../policy/PolicyRequest';
import type { Clock, FunctionAnswer, FunctionCall, FunctionInvoker } from '../ports';
import type { AccountDocument } from '../snapshot/types';
import { ROLE_NOT_ASSUMED } from './invocationRefusal';

/** Whose roles there are, and where. */
interface Reach {
  account: Pick<AccountDocument, 'accountId'>;
  identity: IdentityBook;
}

const SERVICE = 'apigateway.amazonaws.com';
/** What AWS's own name such sessions. */
const SESSION_NAME = 'BackplaneAssumeRoleSession';
const CALLERS_OWN = /^arn:aws[\w-]*:iam::\*:user\/\*$/;

/**
 * Functions that are called by the right of a role
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html): it must be there, trust API Gateway,
 * and its policies must let it invoke the function. `arn:aws:iam::*:user/*` is the right of who signed the call. The
 * function's own policy is then not asked.
 * @param reach of the newest publication
 */
export function withRoles(functions: FunctionInvoker, clock: Clock, reach: () => Reach): FunctionInvoker {
  const refusal = (call: FunctionCall): FunctionAnswer | undefined =>
    call.role === undefined ? undefined : refusalOf(call.role, call, reach(), clock.now());
  const byRight = (call: FunctionCall): FunctionCall =>
    call.role === undefined ? call : { ...call, sourceArn: undefined };
  return {
    invoke: async (call) => refusal(call) ?? functions.invoke(byRight(call)),
    stream: async (call) => {
      const refused = refusal(call);
      if (!refused) return functions.stream(byRight(call));
      const { payload, ...answer } = refused;
      return { ...answer, body: Readable.from([payload]) };
    },
  };
}

function refusalOf(
  role: string,
  call: FunctionCall,
  { account, identity }: Reach,
  time: number,
): FunctionAnswer | undefined {
  const isCallers = CALLERS_OWN.test(role);
  const who = isCallers
    ? call.signer && identity.asOfNow(call.signer)
    : identity.assumed(role, SESSION_NAME, trustRequest(account.accountId, call.sourceArn, time));
  if (!who) return refused(ROLE_NOT_ASSUMED, `${SERVICE} may not assume ${role}`);
  if (mayInvoke(who, call.functionArn, time)) return undefined;
  const { arn } = who.principal;
  return refused(
    'AccessDeniedException',
    `User: ${arn} is not authorized to perform: lambda:InvokeFunction on resource: ${call.functionArn}`,
  );
}

/** @param sourceArn of the API's place that calls: a trust policy may name it */
function trustRequest(accountId: string, sourceArn: string | undefined, time: number): PolicyRequest {
  const context = policyContextOf({ time });
  context.set('aws:sourceaccount', [accountId]);
  if (sourceArn !== undefined) context.set('aws:sourcearn', [sourceArn]);
  return {
    action: 'sts:AssumeRole',
    resource: '*',
    principal: { arn: '', accountId: '', service: SERVICE },
    context,
  };
}

function mayInvoke(who: IamIdentity, resource: string, time: number): boolean {
  const context = policyContextOf({ time }, who);
  return (
    who.decide({ action: 'lambda:InvokeFunction', resource, principal: who.principal, context }) === 'Allow'
  );
}

function refused(errorType: string, Message: string): FunctionAnswer {
  return { status: 403, errorType, payload: Buffer.from(JSON.stringify({ Message })) };
}
