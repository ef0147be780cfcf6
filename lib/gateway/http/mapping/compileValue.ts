import { GatewayError } from '../../GatewayError';
import type { IntegrationAnswer } from '../../integrations/Integration';
import { compileJsonPath, JsonPathError } from '../../mapping/jsonPath';
import { parseJson } from '../../mapping/parseJson';
import type { HttpExchange } from '../HttpExchange';
import { contextValue } from './httpContext';

/** What a value is read from: always what came, never what a mapping before it made. */
export interface ValueInput {
  exchange: HttpExchange;
  /** of the request, or with `answer` of the response */
  body: Buffer;
  /** response mappings only */
  answer?: IntegrationAnswer;
}

export interface Value {
  /** true when the whole body must have been read first */
  needsBody: boolean;
  /** undefined: it cannot be resolved, and its mapping is left out (from memory) */
  read(input: ValueInput): string | undefined;
}

export type Side = 'request' | 'response';

type Read = Value['read'];

/** A path into a body sees no more of it than this (reference section 7). */
const READ_OF_BODY = 100 * 1024;
const PLACE = /\$\{([^{}]*)\}/g;
const SOURCE = /^(request|response|context|stageVariables)\./;

/**
 * Compiles a value: `$request.header.x` alone, texts with `${request.header.x}` in them, or a text
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html).
 * @throws Error naming what is wrong
 */
export function compileValue(text: string, side: Side): Value {
  if (text.startsWith('$') && SOURCE.test(text.slice(1))) return compileSource(text.slice(1), side);
  const parts: Value[] = [];
  let end = 0;
  for (const place of text.matchAll(PLACE)) {
    if (place.index > end) parts.push(literal(text.slice(end, place.index)));
    parts.push(compileSource(place[1] ?? '', side));
    end = place.index + place[0].length;
  }
  if (parts.length === 0) return literal(text);
  if (end < text.length) parts.push(literal(text.slice(end)));
  return { needsBody: parts.some(({ needsBody }) => needsBody), read: (input) => joined(parts, input) };
}

function joined(parts: readonly Value[], input: ValueInput): string | undefined {
  let text = '';
  for (const part of parts) {
    const value = part.read(input);
    if (value === undefined) return undefined;
    text += value;
  }
  return text;
}

function literal(text: string): Value {
  return { needsBody: false, read: () => text };
}

function compileSource(source: string, side: Side): Value {
  const [head = '', kind = '', ...more] = source.split('.');
  const name = more.join('.');
  if (head === 'context' && kind !== '')
    return plain(({ exchange }) => contextValue(exchange, source.slice(8)));
  if (head === 'stageVariables' && kind !== '') return stageVariable(source.slice('stageVariables.'.length));
  if (head === 'request') return requestValue(kind, name, source, side);
  if (head === 'response' && side === 'response') return responseValue(kind, name, source);
  throw new Error(`invalid mapping value: ${source}`);
}

function plain(read: Read): Value {
  return { needsBody: false, read };
}

function stageVariable(name: string): Value {
  return plain(({ exchange }) =>
    Object.hasOwn(exchange.stageVariables, name) ? exchange.stageVariables[name] : undefined,
  );
}

function requestValue(kind: string, name: string, source: string, side: Side): Value {
  const key = name.toLowerCase();
  if (kind === 'header' && name !== '') return plain(({ exchange }) => exchange.header(key));
  if (kind === 'querystring' && name !== '')
    return plain(({ exchange }) => exchange.query.get(name)?.join(','));
  if (kind === 'path')
    return plain(({ exchange }) => (name === '' ? exchange.target.path : exchange.pathParameters.get(name)));
  // A response mapping has the backend's body at hand, not the caller's.
  if (kind === 'body' && side === 'request') return bodyValue(name, side);
  throw new Error(`invalid mapping value: ${source}`);
}

function responseValue(kind: string, name: string, source: string): Value {
  const key = name.toLowerCase();
  if (kind === 'header' && name !== '')
    return plain(({ answer }) => {
      const values = answer?.headers.filter(([one]) => one.toLowerCase() === key) ?? [];
      return values.length === 0 ? undefined : values.map(([, value]) => value).join(',');
    });
  if (kind === 'body') return bodyValue(name, 'response');
  throw new Error(`invalid mapping value: ${source}`);
}

function bodyValue(path: string, side: Side): Value {
  if (path === '')
    return { needsBody: true, read: ({ body }) => (body.length === 0 ? undefined : body.toString()) };
  if (`.${path}`.includes('..') || path.includes('?('))
    throw new Error(`body.${path}: neither .. nor filters`);
  const find = compileJsonPath(`$.${path}`);
  return {
    needsBody: true,
    read: ({ body }) => {
      try {
        return textOf(find(parseJson(body.subarray(0, READ_OF_BODY).toString())).value);
      } catch (error) {
        if (error instanceof SyntaxError) return undefined;
        if (!(error instanceof JsonPathError)) throw error;
        throw new GatewayError(side === 'request' ? 'DEFAULT_4XX' : 'API_CONFIGURATION_ERROR', error.message);
      }
    },
  };
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
