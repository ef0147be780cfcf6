import { GatewayError } from '../GatewayError';
import { Decimal } from '../vtl/Decimal';
import { compileJsonPath, type JsonPath, JsonPathError, type JsonPathResult } from './jsonPath';
import type { MappingInput, ParameterLocation } from './MappingInput';
import { parseJson } from './parseJson';

export type Direction = 'request' | 'response';

/** A mapping expression, ready to run. */
export interface Expression {
  /** No value: the target is left out. More than one only from `multivaluequerystring`. */
  read(input: MappingInput): readonly string[];
  /** true when the whole body must have been read first */
  needsBody: boolean;
  /** true when the value comes out as it stood in a URL path: percent-encoded, never decoded */
  encoded: boolean;
}

const SOURCES = { request: 'method.request.', response: 'integration.response.' } as const;
const NONE: readonly string[] = [];

/**
 * Compiles one right-hand side of requestParameters or responseParameters
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html).
 * @throws Error naming what is wrong with the text
 */
export function compileExpression(source: string, direction: Direction): Expression {
  const literal = /^'([^']*)'$/s.exec(source);
  if (literal) return constant(literal[1] ?? '');
  if (source.startsWith('stageVariables.')) return stageVariable(source.slice('stageVariables.'.length));
  if (source.startsWith('context.')) return contextValue(source.slice('context.'.length).split('.'));
  const prefix = SOURCES[direction];
  if (!source.startsWith(prefix)) throw new Error(`invalid mapping expression: ${source}`);
  return messageField(source.slice(prefix.length), direction, source);
}

function messageField(field: string, direction: Direction, source: string): Expression {
  if (field === 'body') return wholeBody(direction);
  if (field.startsWith('body.')) return bodyPath(field.slice('body.'.length), direction);
  const [, kind = '', name = ''] = /^([a-z]+)\.(.+)$/s.exec(field) ?? [];
  if (kind === 'header') return last('header', name);
  if (kind === 'multivalueheader') return joined(name);
  if (direction === 'request' && kind === 'path') return { ...last('path', name), encoded: true };
  if (direction === 'request' && kind === 'querystring') return last('querystring', name);
  if (direction === 'request' && kind === 'multivaluequerystring') return all(name);
  throw new Error(`invalid mapping expression: ${source}`);
}

function expression(read: Expression['read'], needsBody = false): Expression {
  return { read, needsBody, encoded: false };
}

function constant(value: string): Expression {
  const values = [value];
  return expression(() => values);
}

function stageVariable(name: string): Expression {
  return expression(({ stageVariables }) =>
    Object.hasOwn(stageVariables, name) ? one(stageVariables[name]) : NONE,
  );
}

/** Values that are not strings are skipped, as the reference notes from AWS. */
function contextValue(path: string[]): Expression {
  return expression(({ context }) => {
    let value: unknown = context;
    for (const part of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return NONE;
      value = (value as Record<string, unknown>)[part];
    }
    return typeof value === 'string' ? [value] : NONE;
  });
}

function last(location: ParameterLocation, name: string): Expression {
  return expression((input) => one(input.values(location, name).at(-1)));
}

function joined(name: string): Expression {
  return expression((input) => {
    const values = input.values('header', name);
    return values.length === 0 ? NONE : [values.join(',')];
  });
}

function all(name: string): Expression {
  return expression((input) => input.values('querystring', name));
}

/** An empty request body maps as `{}` (seen on AWS). */
function wholeBody(direction: Direction): Expression {
  const empty = direction === 'request' ? '{}' : '';
  return expression(({ text }) => [text === '' ? empty : text], true);
}

function bodyPath(path: string, direction: Direction): Expression {
  const find = compileJsonPath(path.startsWith('$') ? path : `$.${path}`);
  const intoError = direction === 'response' && /^(?:\$\.)?errorMessage[.[]/.test(path);
  return expression((input) => {
    const json = input.json();
    if (json === undefined) return NONE;
    return one(jsonText(searched(find, intoError ? withErrorRead(json) : json, direction)));
  }, true);
}

/**
 * A Lambda function's error is a text that may itself be JSON: `integration.response.body.errorMessage.trace`
 * looks into it (guide: "Handle custom Lambda errors").
 */
function withErrorRead(json: unknown): unknown {
  const { errorMessage } = Object(json) as { errorMessage?: unknown };
  if (typeof errorMessage !== 'string') return json;
  try {
    return { errorMessage: parseJson(errorMessage) };
  } catch {
    return json;
  }
}

/** A search that costs too much ends the call: the caller's body is at fault, or the backend's. */
function searched(find: JsonPath, json: unknown, direction: Direction): JsonPathResult {
  try {
    return find(json);
  } catch (error) {
    if (!(error instanceof JsonPathError)) throw error;
    throw new GatewayError(
      direction === 'request' ? 'DEFAULT_4XX' : 'API_CONFIGURATION_ERROR',
      error.message,
    );
  }
}

function jsonText({ value, double }: JsonPathResult): string | undefined {
  if (double && typeof value === 'number') return new Decimal(value).toString();
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function one(value: string | undefined): readonly string[] {
  return value === undefined ? NONE : [value];
}
