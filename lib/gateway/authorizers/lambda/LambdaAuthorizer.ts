import { createHash } from 'node:crypto';
import { GatewayError } from '../../GatewayError';
import { compileRole, type RoleArn } from '../../integrations/invokerOf';
import { compileJavaPattern } from '../../integrations/javaPattern';
import { authorizerSourceArn } from '../../integrations/sourceArn';
import { type FunctionAnswer, FunctionUnreachable } from '../../ports';
import type { AuthorizerDocument } from '../../snapshot/types';
import type { AuthorizationCall } from '../Authorized';
import { type FunctionArn, functionArnOf } from '../functionArnOf';
import { requestEvent, tokenEvent } from './authorizerEvent';
import { compileIdentitySources, type IdentitySources } from './compileIdentitySources';

/** Longer than any honest authorizer takes; a call waits no longer for it. */
const PATIENCE = 10_000;

/** A TOKEN or REQUEST authorizer, compiled. */
export interface LambdaAuthorizer {
  sources: IdentitySources;
  /** TOKEN: whether the token looks like one */
  isToken(token: string): boolean;
  event(asked: AuthorizationCall, identity: string[]): Buffer;
  functionArn: FunctionArn;
  /** as what it invokes its function */
  sourceArn(asked: AuthorizationCall): string;
  /** by whose right; none: the function's own policy is asked */
  role: RoleArn;
  ttlMs: number;
  /** of the document: what another version of the authorizer said is not this one's word */
  fingerprint: string;
}

/** @throws Error naming what is wrong with the document */
export function readLambdaAuthorizer(document: AuthorizerDocument): LambdaAuthorizer {
  const { type, authorizerUri = '', identitySource = '', identityValidationExpression } = document;
  const pattern = identityValidationExpression ? compileJavaPattern(identityValidationExpression) : undefined;
  const isToken = type === 'TOKEN';
  return {
    sources: compileIdentitySources(identitySource),
    isToken: (token) => !isToken || !pattern || pattern.test(token),
    event: ({ exchange, methodArn }, [token = '']) =>
      isToken ? tokenEvent(token, methodArn) : requestEvent(exchange, methodArn),
    functionArn: functionArnOf(authorizerUri),
    sourceArn: ({ call, exchange }) =>
      authorizerSourceArn(call.serving.account, exchange.facts.restApiId, document.id),
    role: compileRole(document.authorizerCredentials),
    // Without an identity all callers would share one grant.
    ttlMs: identitySource.trim() === '' ? 0 : document.authorizerResultTtlInSeconds * 1000,
    fingerprint: createHash('sha256').update(JSON.stringify(document)).digest('base64'),
  };
}

/** What the caller shows of itself. @throws GatewayError UNAUTHORIZED; the function is then not asked */
export function identityOf(authorizer: LambdaAuthorizer, { exchange }: AuthorizationCall): string[] {
  const identity = authorizer.sources(exchange);
  if (!identity || !authorizer.isToken(identity[0] ?? ''))
    throw new GatewayError('UNAUTHORIZED', 'An identity source is missing or is not what it should be');
  return identity;
}

/** @throws GatewayError AUTHORIZER_FAILURE when there is no answer */
export async function invokeAuthorizer(
  asked: AuthorizationCall,
  authorizer: LambdaAuthorizer,
  functionArn: string,
  payload: Buffer,
): Promise<FunctionAnswer> {
  const { call, exchange } = asked;
  call.trace?.add('authorize', `Invoking authorizer function ${functionArn}`);
  call.trace?.add('authorize', `Endpoint request body after transformations: ${payload}`);
  const invocation = {
    functionArn,
    payload,
    sourceArn: authorizer.sourceArn(asked),
    role: authorizer.role(exchange.facts.stageVariables),
    invocationType: 'RequestResponse',
    timeoutInMillis: PATIENCE,
    caller: `${exchange.facts.restApiId}/${exchange.facts.stageName} authorizer`,
  } as const;
  const { clock } = call.ports;
  const startedAt = clock.monotonic();
  const answer = await call.ports.functions.invoke(invocation).catch((error: unknown) => {
    if (!(error instanceof FunctionUnreachable)) throw error;
    throw new GatewayError('AUTHORIZER_FAILURE', `The authorizer did not answer: ${error.message}`);
  });
  const { status: integrationStatus, requestId } = answer;
  const integrationLatency = Math.round(clock.monotonic() - startedAt);
  call.report.authorizer = { integrationStatus, integrationLatency, requestId };
  call.trace?.add(
    'authorize',
    `Authorizer result body before parsing: ${answer.payload.subarray(0, LOGGED)}`,
  );
  return answer;
}

/** Bytes of an answer that a log shows: no honest one is longer. */
const LOGGED = 8 * 1024;
