import { GatewayError } from '../GatewayError';
import { buildContext } from './buildContext';
import type { Exchange } from './Exchange';
import { JsonBody, type MappingInput } from './MappingInput';

const NONE: readonly string[] = [];

/** What `method.request.*` expressions read. `text` is the caller's body, '' when it was not read. */
export function requestInput(exchange: Exchange, text: string): MappingInput {
  const json = new JsonBody(
    text,
    () =>
      new GatewayError(
        'DEFAULT_4XX',
        'Mapping found a body that is not JSON',
        'Invalid JSON in request body',
      ),
  );
  return {
    values: (location, name) => {
      if (location === 'querystring') return exchange.querystring.get(name) ?? NONE;
      if (location === 'header') return headerValues(exchange.headers, name);
      const { pathParameters } = exchange.facts;
      return Object.hasOwn(pathParameters, name) ? [pathParameters[name] ?? ''] : NONE;
    },
    text,
    json: () => json.value(),
    get context() {
      return buildContext(exchange);
    },
    stageVariables: exchange.facts.stageVariables,
  };
}

/** What `integration.response.*` expressions read. */
export function responseInput(
  exchange: Exchange,
  headers: readonly [name: string, value: string][],
  text: string,
): MappingInput {
  const json = new JsonBody(
    text,
    () => new GatewayError('API_CONFIGURATION_ERROR', 'Invalid JSON in the integration response body'),
  );
  return {
    values: (location, name) => (location === 'header' ? headerValues(headers, name) : NONE),
    text,
    json: () => json.value(),
    get context() {
      return buildContext(exchange);
    },
    stageVariables: exchange.facts.stageVariables,
  };
}

function headerValues(headers: readonly (readonly [string, string])[], wanted: string): string[] {
  const values: string[] = [];
  for (const [name, value] of headers) if (name === wanted) values.push(value);
  return values;
}
