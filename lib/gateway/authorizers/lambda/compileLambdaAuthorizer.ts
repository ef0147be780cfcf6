import type { AuthorizerDocument } from '../../snapshot/types';
import { mask } from '../../telemetry/redact';
import type { Authorization, AuthorizationCall } from '../Authorized';
import { accessDeniedByAuthorizer } from '../accessDenied';
import { policyContext } from '../policyContext';
import { type AuthorizerResult, readAuthorizerResult } from './authorizerResult';
import {
  identityOf,
  invokeAuthorizer,
  type LambdaAuthorizer,
  readLambdaAuthorizer,
} from './LambdaAuthorizer';

/**
 * Lambda authorizers, TOKEN and REQUEST
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html).
 * @throws Error naming what is wrong with the document
 */
export function compileLambdaAuthorizer(document: AuthorizerDocument): Authorization {
  const authorizer = readLambdaAuthorizer(document);
  return async (asked) => {
    refuseExplicitDeny(asked);
    const { trace, requestId } = asked.call;
    trace?.add('authorize', `Starting authorizer: ${document.id} for request: ${requestId}`);
    const identity = identityOf(authorizer, asked);
    trace?.hide(...identity);
    trace?.add('authorize', `Incoming identity: ${identity.map(mask).join(', ')}`);
    const startedAt = asked.call.ports.clock.monotonic();
    const { result, cached } = lookUp(asked, authorizer, identity);
    const granted = await result;
    decide(asked, granted);
    const { principalId, context, usageIdentifierKey } = granted;
    trace?.hide(usageIdentifierKey);
    trace?.add('authorize', `Using valid authorizer policy for principal: ${mask(principalId)}`);
    trace?.add('authorize', 'Successfully completed authorizer execution');
    const integrationLatency = cached ? 0 : asked.call.ports.clock.monotonic() - startedAt;
    return { principalId, context, integrationLatency, ...(usageIdentifierKey && { usageIdentifierKey }) };
  };
}

function lookUp(asked: AuthorizationCall, authorizer: LambdaAuthorizer, identity: string[]) {
  const { restApiId, stageName, stageVariables } = asked.exchange.facts;
  const functionArn = authorizer.functionArn(stageVariables);
  // As JSON, so that no two identities share a key, however their values are split (B23).
  const key = JSON.stringify([authorizer.fingerprint, functionArn, ...identity]);
  return asked.call.ports.authorizers.get(`${restApiId}/${stageName}`, key, authorizer.ttlMs, async () => {
    const event = authorizer.event(asked, identity);
    return readAuthorizerResult(await invokeAuthorizer(asked, authorizer, functionArn, event));
  });
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
