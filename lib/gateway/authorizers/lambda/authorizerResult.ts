import { GatewayError } from '../../GatewayError';
import { invocationRefusal } from '../../integrations/invocationRefusal';
import { compilePolicy, type Policy } from '../../policy/compilePolicy';
import { MalformedPolicy } from '../../policy/PolicyRequest';
import type { FunctionAnswer } from '../../ports';

/** What a Lambda authorizer said of a caller. */
export interface AuthorizerResult {
  principalId: string;
  policy: Policy;
  /** `$context.authorizer.X` */
  context: Readonly<Record<string, string>>;
  usageIdentifierKey: string | undefined;
}

/** AWS's bound on an authorizer's answer. */
const LARGEST_RESULT = 8 * 1024;
/** Letters of a resource that its policy names (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html). */
const LONGEST_RESOURCE = 512;

/**
 * Reads an authorizer's answer
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html).
 * @throws GatewayError UNAUTHORIZED for the one error `Unauthorized`, AUTHORIZER_FAILURE for any other,
 *   AUTHORIZER_CONFIGURATION_ERROR for what is no answer
 */
export function readAuthorizerResult(answer: FunctionAnswer): AuthorizerResult {
  const { status, functionError, payload } = answer;
  if (status !== 200) throw misconfigured(invocationRefusal(answer));
  if (payload.length > LARGEST_RESULT)
    throw misconfigured(`The authorizer's answer is larger than ${LARGEST_RESULT} bytes`);
  const output = parse(payload);
  if (functionError !== undefined) throw failed(output);
  if (!isRecord(output)) throw misconfigured('Could not parse policy: the authorizer answered no object');
  const { principalId, policyDocument, context = {}, usageIdentifierKey } = output;
  if (typeof principalId !== 'string' || principalId === '')
    throw misconfigured('The authorizer named no principalId');
  if (
    usageIdentifierKey !== undefined &&
    usageIdentifierKey !== null &&
    typeof usageIdentifierKey !== 'string'
  )
    throw misconfigured('The authorizer’s usageIdentifierKey is no text');
  return {
    principalId,
    policy: policyOf(policyDocument),
    context: contextOf(context),
    usageIdentifierKey: usageIdentifierKey ?? undefined,
  };
}

function failed(output: unknown): GatewayError {
  const message = isRecord(output) ? output.errorMessage : undefined;
  return message === 'Unauthorized'
    ? new GatewayError('UNAUTHORIZED', 'The authorizer said Unauthorized')
    : new GatewayError('AUTHORIZER_FAILURE', `The authorizer failed: ${String(message).slice(0, 1_000)}`);
}

function policyOf(document: unknown): Policy {
  if (!isRecord(document))
    throw misconfigured('Could not parse policy: the authorizer returned no policyDocument');
  try {
    return compilePolicy(JSON.stringify(document), { kind: 'identity', expandResource: checkedResource });
  } catch (error) {
    throw misconfigured(`Could not parse policy: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** One that is too long makes the policy none: a Deny that was left out would let somebody in. */
function checkedResource(resource: string): string {
  if (resource.length <= LONGEST_RESOURCE) return resource;
  throw new MalformedPolicy('Resource', `is longer than ${LONGEST_RESOURCE} characters`);
}

/** Texts, numbers and booleans, all exposed as texts; null is left out. Anything else is no context. */
function contextOf(context: unknown): Readonly<Record<string, string>> {
  if (context === null) return {};
  if (!isRecord(context)) throw misconfigured('The authorizer’s context is no object');
  const entries = Object.entries(context).flatMap(([name, value]): [string, string][] => {
    if (value === null) return [];
    if (!['string', 'number', 'boolean'].includes(typeof value))
      throw misconfigured(`The authorizer’s context value ${name} is neither text, number nor boolean`);
    return [[name, String(value)]];
  });
  // No name of Object.prototype becomes one of the context's.
  return Object.freeze(
    Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(entries)),
  );
}

function parse(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString());
  } catch {
    throw misconfigured('The authorizer answered what is not JSON');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function misconfigured(reason: string): GatewayError {
  return new GatewayError(
    'AUTHORIZER_CONFIGURATION_ERROR',
    `Execution failed due to configuration error: ${reason}`,
  );
}
