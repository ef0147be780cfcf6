import { compileExpression } from '../../mapping/compileExpression';
import type { Exchange } from '../../mapping/Exchange';
import { requestInput } from '../../mapping/mappingInputs';

/** The values of an authorizer's identity sources; undefined: one of them is missing or empty. */
export type IdentitySources = (exchange: Exchange) => string[] | undefined;

/**
 * Compiles `method.request.header.X, method.request.querystring.X, stageVariables.X, context.X`. Header names match
 * in any case: a client that writes `authorization` has sent Authorization.
 * @throws Error naming the source that is wrong
 */
export function compileIdentitySources(source: string): IdentitySources {
  const reads = source
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(compileOne);
  return (exchange) => {
    const values: string[] = [];
    for (const read of reads) {
      const value = read(exchange);
      if (value === undefined || value === '') return undefined;
      values.push(value);
    }
    return values;
  };
}

function compileOne(source: string): (exchange: Exchange) => string | undefined {
  const header = /^method\.request\.header\.(.+)$/.exec(source)?.[1]?.toLowerCase();
  if (header) return (exchange) => exchange.facts.request.header(header);
  if (!/^(method\.request\.querystring|stageVariables|context)\../.test(source))
    throw new Error(`invalid identity source: ${source}`);
  const expression = compileExpression(source, 'request');
  return (exchange) => expression.read(requestInput(exchange, ''))[0];
}
