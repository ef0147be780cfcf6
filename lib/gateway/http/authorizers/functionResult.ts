import { GatewayError } from '../../GatewayError';
import { invocationRefusal } from '../../integrations/invocationRefusal';
import { parseJson } from '../../mapping/parseJson';
import { compilePolicy } from '../../policy/compilePolicy';
import type { PolicyRequest } from '../../policy/PolicyRequest';
import type { FunctionAnswer } from '../../ports';

/** What a Lambda authorizer said of a caller: a verdict, or a policy that is asked about each route. */
export interface FunctionResult {
  allows(request: PolicyRequest): boolean;
  principalId: string | undefined;
  /** `$context.authorizer.X` */
  context: Readonly<Record<string, unknown>>;
}

/** AWS's bound on an authorizer's answer. */
export const LARGEST_RESULT = 8 * 1024;

/**
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html)
 * @param simple the authorizer answers `{isAuthorized, context}`
 * @param version 1.0: values of the context are texts, numbers and booleans, as REST's
 * @throws GatewayError UNAUTHORIZED for the one error `Unauthorized`, AUTHORIZER_FAILURE, AUTHORIZER_CONFIGURATION_ERROR
 */
export function readFunctionResult(
  answer: FunctionAnswer,
  simple: boolean,
  version: '1.0' | '2.0',
): FunctionResult {
  const { status, functionError, payload } = answer;
  if (status !== 200)
    throw misconfigured(`Execution failed due to configuration error: ${invocationRefusal(answer)}`);
  if (payload.length > LARGEST_RESULT)
    throw misconfigured(`The authorizer's answer is larger than ${LARGEST_RESULT} bytes`);
  const output = parsed(payload);
  if (functionError !== undefined) throw failed(output);
  if (!isRecord(output)) throw misconfigured('The authorizer answered no object');
  const context = contextOf(output.context ?? {}, version);
  if (simple) return { allows: verdictOf(output), principalId: undefined, context };
  const { principalId } = output;
  if (principalId !== undefined && typeof principalId !== 'string')
    throw misconfigured('The authorizer’s principalId is no text');
  return { allows: policyOf(output.policyDocument), principalId, context };
}

/** Nothing but true itself lets anybody in. */
function verdictOf({ isAuthorized }: Record<string, unknown>): FunctionResult['allows'] {
  if (typeof isAuthorized !== 'boolean') throw misconfigured('isAuthorized is neither true nor false');
  return () => isAuthorized;
}

function policyOf(document: unknown): FunctionResult['allows'] {
  if (!isRecord(document)) throw misconfigured('The authorizer returned no policyDocument');
  try {
    const policy = compilePolicy(JSON.stringify(document), { kind: 'identity' });
    return (request) => policy.decide(request)?.effect === 'Allow';
  } catch (error) {
    throw misconfigured(`Could not parse policy: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function contextOf(context: unknown, version: '1.0' | '2.0'): Readonly<Record<string, unknown>> {
  if (!isRecord(context)) throw misconfigured('The authorizer’s context is no object');
  for (const [name, value] of Object.entries(context)) {
    if (name === 'claims') throw misconfigured('The context’s name claims is reserved');
    if (version === '1.0' && typeof value === 'object' && value !== null)
      throw misconfigured(`The authorizer’s context value ${name} is neither text, number nor boolean`);
  }
  return Object.freeze({ ...context });
}

function failed(output: unknown): GatewayError {
  const message = isRecord(output) ? output.errorMessage : undefined;
  return message === 'Unauthorized'
    ? new GatewayError('UNAUTHORIZED', 'The authorizer said Unauthorized')
    : new GatewayError('AUTHORIZER_FAILURE', `The authorizer failed: ${String(message).slice(0, 1_000)}`);
}

function parsed(payload: Buffer): unknown {
  try {
    return parseJson(payload.toString());
  } catch {
    throw misconfigured('The authorizer answered what is not JSON');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function misconfigured(reason: string): GatewayError {
  return new GatewayError('AUTHORIZER_CONFIGURATION_ERROR', reason);
}
