import type { AuthorizerDocument } from '../snapshot/types';
import type { AuthorizationCall, Authorized } from './Authorized';
import { compileCognitoAuthorizer } from './cognito/compileCognitoAuthorizer';
import { readAuthorizerResult } from './lambda/authorizerResult';
import { identityOf, invokeAuthorizer, readLambdaAuthorizer } from './lambda/LambdaAuthorizer';

/** What an authorizer says of a caller before any method is asked about. */
export interface AuthorizerWord extends Pick<Authorized, 'principalId' | 'context' | 'claims'> {
  /** JSON text, as a function gave it */
  policy?: string;
}

/**
 * An authorizer to be tried alone, as TestInvokeAuthorizer does: it is asked anew, and its policy is shown, not
 * asked about a method.
 * @throws Error naming what is wrong with the document
 */
export function compileAuthorizerTrial(
  document: AuthorizerDocument,
): (asked: AuthorizationCall) => Promise<AuthorizerWord> {
  if (document.type === 'COGNITO_USER_POOLS') return compileCognitoAuthorizer(document, []);
  const authorizer = readLambdaAuthorizer(document);
  return async (asked) => {
    const identity = identityOf(authorizer, asked);
    const functionArn = authorizer.functionArn(asked.exchange.facts.stageVariables);
    const event = authorizer.event(asked, identity);
    const answer = await invokeAuthorizer(asked, authorizer, functionArn, event);
    const { principalId, context } = readAuthorizerResult(answer);
    return { principalId, context, policy: policyText(answer.payload) };
  };
}

function policyText(payload: Buffer): string {
  const { policyDocument } = JSON.parse(payload.toString()) as { policyDocument: unknown };
  return JSON.stringify(policyDocument);
}
