import { createHash } from 'node:crypto';
import { policyContext } from '../../authorizers/policyContext';
import { GatewayError } from '../../GatewayError';
import { compileRole } from '../../integrations/invokerOf';
import { authorizerSourceArn } from '../../integrations/sourceArn';
import { type FunctionAnswer, type FunctionCall, FunctionUnreachable } from '../../ports';
import type { ApiAuthorizerDocument } from '../../snapshot/apiTypes';
import { members1 } from '../events/payload1';
import { members2 } from '../events/payload2';
import type { HttpAuthorization } from '../HttpAuthorized';
import type { HttpExchange } from '../HttpExchange';
import { compileFunctionArn } from '../integrations/compileFunction';
import { type FunctionResult, LARGEST_RESULT, readFunctionResult } from './functionResult';
import { compileHttpIdentitySources } from './identitySources';
import { routeArn } from './routeArn';

/** A call waits no longer for an authorizer (reference section 10). */
const PATIENCE = 10_000;

/**
 * REQUEST: a function says who may call. What it said serves all routes of the stage for its time to live, unless
 * `$context.routeKey` is among its identity sources; a policy is asked anew about each route.
 * @throws Error naming what is wrong with the document
 */
export function compileRequestAuthorizer(document: ApiAuthorizerDocument): HttpAuthorization {
  const { authorizerId, authorizerUri = '', identitySource = [], enableSimpleResponses = false } = document;
  const version = document.authorizerPayloadFormatVersion ?? '2.0';
  if (enableSimpleResponses && version === '1.0') throw new Error('enableSimpleResponses needs version 2.0');
  const arnOf = compileFunctionArn(authorizerUri);
  const role = compileRole(document.authorizerCredentialsArn);
  const sources = compileHttpIdentitySources(identitySource);
  // Without an identity all callers would share one grant. What is not said is not kept.
  const ttlMs = identitySource.length === 0 ? 0 : (document.authorizerResultTtlInSeconds ?? 0) * 1_000;
  const fingerprint = createHash('sha256').update(JSON.stringify(document)).digest('base64');
  const eventOf = version === '1.0' ? event1 : event2;
  return async (exchange) => {
    const { call, target, stageVariables } = exchange;
    const identity = sources(exchange);
    if (!identity) throw new GatewayError('UNAUTHORIZED', 'An identity source is missing');
    const functionArn = arnOf(stageVariables);
    const resource = routeArn(exchange);
    const { result } = call.ports.authorizers.get<FunctionResult>(
      `${call.api.document.apiId}/${target.stage.document.stageName}`,
      // As JSON, so that no two identities share a key, however their values are split (B23).
      JSON.stringify(['http', fingerprint, functionArn, ...identity]),
      ttlMs,
      async () => {
        const event = eventOf(exchange, resource, identity);
        const answer = await invoke(
          exchange,
          authorizerId,
          { functionArn, role: role(stageVariables) },
          event,
        );
        return readFunctionResult(answer, enableSimpleResponses, version);
      },
    );
    const { allows, context, principalId } = await result;
    const asked = {
      action: 'execute-api:Invoke',
      resource,
      principal: undefined,
      context: policyContext(call),
    };
    if (!allows(asked)) throw new GatewayError('ACCESS_DENIED', 'The authorizer does not allow the call');
    return { kind: 'lambda', context, principalId };
  };
}

function event2(exchange: HttpExchange, routeArn: string, identitySource: string[]): unknown {
  const { routeKey } = exchange.route;
  return { version: '2.0', type: 'REQUEST', routeArn, identitySource, routeKey, ...members2(exchange) };
}

function event1(exchange: HttpExchange, methodArn: string, identity: string[]): unknown {
  const joined = identity.join(',');
  const members = Object.entries(members1(exchange))
    // AWS's event has the single maps alone (reference section 10), empty where there is no entry.
    .filter(([name]) => !name.startsWith('multiValue'))
    .map(([name, value]) => [name, value ?? {}]);
  return {
    version: '1.0',
    type: 'REQUEST',
    methodArn,
    identitySource: joined,
    authorizationToken: joined,
    ...Object.fromEntries(members),
  };
}

async function invoke(
  { call, target }: HttpExchange,
  authorizerId: string,
  { functionArn, role }: Pick<FunctionCall, 'functionArn' | 'role'>,
  event: unknown,
): Promise<FunctionAnswer> {
  const payload = JSON.stringify(event);
  call.trace?.add('authorize', `Invoking authorizer function ${functionArn}`);
  call.trace?.add('authorize', `Endpoint request body after transformations: ${payload}`);
  const invocation = {
    functionArn,
    payload: Buffer.from(payload),
    sourceArn: authorizerSourceArn(call.serving.account, call.api.document.apiId, authorizerId),
    role,
    invocationType: 'RequestResponse',
    timeoutInMillis: PATIENCE,
    caller: `${call.api.document.apiId}/${target.stage.document.stageName} authorizer`,
  } as const;
  try {
    const answer = await call.ports.functions.invoke(invocation);
    const told = answer.payload.subarray(0, LARGEST_RESULT);
    call.trace?.add('authorize', `Authorizer result body before parsing: ${told}`);
    return answer;
  } catch (error) {
    if (!(error instanceof FunctionUnreachable)) throw error;
    throw new GatewayError('AUTHORIZER_FAILURE', `The authorizer did not answer: ${error.message}`);
  }
}
