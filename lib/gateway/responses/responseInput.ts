import type { GatewayError } from '../GatewayError';
import { buildContext } from '../mapping/buildContext';
import type { Exchange } from '../mapping/Exchange';
import type { ResponseInput } from './compileSubstitution';

/**
 * What a gateway response may read of a call. `$context.error` is known here and in access logs only.
 * @param message text of the error, as the built-in answer has it
 */
export function responseInput(exchange: Exchange, error: GatewayError, message: string): ResponseInput {
  const { validationErrorString, responseType } = error;
  return {
    context: {
      ...buildContext(exchange),
      error: { message, messageString: JSON.stringify(message), responseType, validationErrorString },
    },
    stageVariables: exchange.facts.stageVariables,
    parameter: (location, name) => parameter(exchange, location, name),
  };
}

function parameter(
  { facts, querystring, headers }: Exchange,
  location: Parameters<ResponseInput['parameter']>[0],
  name: string,
): string | undefined {
  if (location === 'querystring') return querystring.get(name)?.at(-1);
  if (location === 'header') return headers.findLast(([sent]) => sent === name)?.[1];
  return Object.hasOwn(facts.pathParameters, name) ? facts.pathParameters[name] : undefined;
}
