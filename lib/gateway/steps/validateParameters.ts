import { GatewayError } from '../GatewayError';
import type { Exchange } from '../mapping/Exchange';
import type { Call } from '../pipeline/Call';
import type { CompiledMethod, RequiredParameter } from '../snapshot/compiled';

/**
 * Checks that every required parameter is there and not blank; types are not checked, as on AWS.
 * @throws GatewayError BAD_REQUEST_PARAMETERS naming all that are missing
 */
export function validateParameters(
  { trace }: Call,
  { requiredParameters }: CompiledMethod,
  exchange: Exchange,
): void {
  if (requiredParameters.length === 0) return;
  const missing = requiredParameters.filter((parameter) => isBlank(parameterValue(exchange, parameter)));
  if (missing.length > 0) {
    const message = `Missing required request parameters: [${missing.map(({ name }) => name).join(', ')}]`;
    throw new GatewayError('BAD_REQUEST_PARAMETERS', message, message);
  }
  trace?.add('validateParameters', 'Every required parameter is there');
}

/** Names match by case, as in mappings. */
function parameterValue(exchange: Exchange, { location, name }: RequiredParameter): string | undefined {
  if (location === 'path') return exchange.facts.pathParameters[name];
  if (location === 'querystring') return exchange.querystring.get(name)?.at(-1);
  return exchange.headers.findLast(([sent]) => sent === name)?.[1];
}

function isBlank(value: string | undefined): boolean {
  return value === undefined || value.trim() === '';
}
