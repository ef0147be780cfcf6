import { GatewayError } from '../GatewayError';
import { buildContext } from './buildContext';
import type { Exchange } from './Exchange';
import { JsonBody, type MappingInput, type ParameterLocation } from './MappingInput';

const NONE: readonly string[] = [];
type HeaderPairs = readonly (readonly [name: string, value: string])[];

/**
 * One side of a call for mapping expressions. A class, for V8 gives every object literal with a getter a shape
 * of its own: made once a call, they cost more than all the rest of a call's garbage.
 */
abstract class ExchangeInput implements MappingInput {
  private body: JsonBody | undefined;

  constructor(
    protected readonly exchange: Exchange,
    readonly text: string,
  ) {}

  abstract values(location: ParameterLocation, name: string): readonly string[];
  protected abstract invalidJson(): GatewayError;

  json(): unknown {
    this.body ??= new JsonBody(this.text, () => this.invalidJson());
    return this.body.value();
  }

  get context() {
    return buildContext(this.exchange);
  }

  get stageVariables() {
    return this.exchange.facts.stageVariables;
  }
}

class RequestInput extends ExchangeInput {
  values(location: ParameterLocation, name: string): readonly string[] {
    const { exchange } = this;
    if (location === 'querystring') return exchange.querystring.get(name) ?? NONE;
    if (location === 'header') return headerValues(exchange.headers, name);
    const { pathParameters } = exchange.facts;
    return Object.hasOwn(pathParameters, name) ? [pathParameters[name] ?? ''] : NONE;
  }

  protected invalidJson(): GatewayError {
    const publicMessage = 'Invalid JSON in request body';
    return new GatewayError('DEFAULT_4XX', 'Mapping found a body that is not JSON', publicMessage);
  }
}

class ResponseInput extends ExchangeInput {
  constructor(
    exchange: Exchange,
    private readonly headers: HeaderPairs,
    text: string,
  ) {
    super(exchange, text);
  }

  values(location: ParameterLocation, name: string): readonly string[] {
    return location === 'header' ? headerValues(this.headers, name) : NONE;
  }

  protected invalidJson(): GatewayError {
    return new GatewayError('API_CONFIGURATION_ERROR', 'Invalid JSON in the integration response body');
  }
}

/** What `method.request.*` expressions read. `text` is the caller's body, '' when it was not read. */
export function requestInput(exchange: Exchange, text: string): MappingInput {
  return new RequestInput(exchange, text);
}

/** What `integration.response.*` expressions read. */
export function responseInput(exchange: Exchange, headers: HeaderPairs, text: string): MappingInput {
  return new ResponseInput(exchange, headers, text);
}

function headerValues(headers: HeaderPairs, wanted: string): string[] {
  const values: string[] = [];
  for (const [name, value] of headers) if (name === wanted) values.push(value);
  return values;
}
