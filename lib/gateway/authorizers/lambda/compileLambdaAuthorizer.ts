import { createHash } from 'node:crypto';
import { GatewayError } from '../../GatewayError';
import { compileJavaPattern } from '../../integrations/javaPattern';
import { FunctionUnreachable } from '../../ports';
import type { AuthorizerDocument } from '../../snapshot/types';
import type { Authorization, AuthorizationCall } from '../Authorized';
import { accessDeniedByAuthorizer } from '../accessDenied';
import { type FunctionArn, functionArnOf } from '../functionArnOf';
import { policyContext } from '../policyContext';
import { requestEvent, tokenEvent } from './authorizerEvent';
import { type AuthorizerResult, readAuthorizerResult } from './authorizerResult';
import { compileIdentitySources, type IdentitySources } from './compileIdentitySources';

/** Longer than any honest authorizer takes; a call waits no longer for it. */
const PATIENCE = 10_000;

/** A TOKEN or REQUEST authorizer, compiled. */
interface LambdaAuthorizer {
  sources: IdentitySources;
  /** TOKEN: whether the token looks like one */
  isToken(token: string): boolean;
  event(asked: AuthorizationCall, identity: string[]): Buffer;
  functionArn: FunctionArn;
  ttlMs: number;
  /** of the document: what another version of the authorizer said is not this one's word */
  fingerprint: string;
}

/**
 * Lambda authorizers, TOKEN and REQUEST
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html).
 * @throws Error naming what is wrong with the document
 */
export function compileLambdaAuthorizer(document: AuthorizerDocument): Authorization {
  const authorizer = compile(document);
  return async (asked) => {
    refuseExplicitDeny(asked);
    const identity = authorizer.sources(asked.exchange);
    if (!identity || !authorizer.isToken(identity[0] ?? ''))
      throw new GatewayError('UNAUTHORIZED', 'An identity source is missing or is not what it should be');
    const startedAt = asked.call.ports.clock.monotonic();
    const { result, cached } = lookUp(asked, authorizer, identity);
    const granted = await result;
    decide(asked, granted);
    const { principalId, context, usageIdentifierKey } = granted;
    const integrationLatency = cached ? 0 : asked.call.ports.clock.monotonic() - startedAt;
    return { principalId, context, integrationLatency, ...(usageIdentifierKey && { usageIdentifierKey }) };
  };
}

function compile(document: AuthorizerDocument): LambdaAuthorizer {
  const { type, authorizerUri = '', identitySource = '', identityValidationExpression } = document;
  const pattern = identityValidationExpression ? compileJavaPattern(identityValidationExpression) : undefined;
  const isToken = type === 'TOKEN';
  return {
    sources: compileIdentitySources(identitySource),
    isToken: (token) => !isToken || !pattern || pattern.test(token),
    event: ({ exchange, methodArn }, [token = '']) =>
      isToken ? tokenEvent(token, methodArn) : requestEvent(exchange, methodArn),
    functionArn: functionArnOf(authorizerUri),
    ttlMs: document.authorizerResultTtlInSeconds * 1000,
    fingerprint: createHash('sha256').update(JSON.stringify(document)).digest('base64'),
  };
}

function lookUp(asked: AuthorizationCall, authorizer: LambdaAuthorizer, identity: string[]) {
  const { restApiId, stageName, stageVariables } = asked.exchange.facts;
  const functionArn = authorizer.functionArn(stageVariables);
  // As JSON, so that no two identities share a key, however their values are split (B23).
  const key = JSON.stringify([authorizer.fingerprint, functionArn, ...identity]);
  return asked.call.ports.authorizers.get(`${restApiId}/${stageName}`, key, authorizer.ttlMs, () =>
    ask(asked, functionArn, authorizer.event(asked, identity)),
  );
}

async function ask(
  { call }: AuthorizationCall,
  functionArn: string,
  payload: Buffer,
): Promise<AuthorizerResult> {
  call.trace?.add('authorize', `Invoking authorizer function ${functionArn}`);
  const invocation = {
    functionArn,
    payload,
    invocationType: 'RequestResponse',
    timeoutInMillis: PATIENCE,
  } as const;
  const answer = await call.ports.functions.invoke(invocation).catch((error: unknown) => {
    if (!(error instanceof FunctionUnreachable)) throw error;
    throw new GatewayError('AUTHORIZER_FAILURE', `The authorizer did not answer: ${error.message}`);
  });
  return readAuthorizerResult(answer);
}

/** A resource policy's Deny stops a call before the authorizer is asked (reference section 1, row 8). */
function refuseExplicitDeny({ call, methodArn, resourcePolicy }: AuthorizationCall): void {
  const decision = resourcePolicy?.decide(policyRequest(call, methodArn));
  if (decision?.effect === 'Deny') throw accessDeniedByAuthorizer(true);
}

/** Table A of reference section 14: a Deny anywhere denies, else one Allow is enough. */
function decide({ call, methodArn, resourcePolicy }: AuthorizationCall, { policy }: AuthorizerResult): void {
  const request = policyRequest(call, methodArn);
  const own = policy.decide(request)?.effect;
  if (own === 'Deny') throw accessDeniedByAuthorizer(true);
  if (own !== 'Allow' && resourcePolicy?.decide(request)?.effect !== 'Allow')
    throw accessDeniedByAuthorizer(false);
  call.trace?.add('authorize', `The authorizer's policy allows ${methodArn}`);
}

function policyRequest(call: AuthorizationCall['call'], methodArn: string) {
  return {
    action: 'execute-api:Invoke',
    resource: methodArn,
    principal: undefined,
    context: policyContext(call),
  };
}
