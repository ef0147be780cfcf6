import type { IntegrationAnswer } from '../integrations/Integration';
import { buildContext } from '../mapping/buildContext';
import type { Exchange } from '../mapping/Exchange';
import { compileJsonPath, JsonPathError } from '../mapping/jsonPath';

/** What a selection expression may read of a message, or of the answer to it. */
export interface SelectionInput {
  /** the message as JSON; undefined when it is none */
  json(): unknown;
  exchange: Exchange;
  /** of what the integration answered; absent before */
  answer?: Pick<IntegrationAnswer, 'status' | 'headers'>;
}

/** The text that an expression makes; undefined where its one variable has no value. */
export type Selection = (input: SelectionInput) => string | undefined;
type Variable = (input: SelectionInput) => string | undefined;

const PIECE = /\\\$|\$\{([^}]*)\}|\$([A-Za-z][\w.[\]'-]*)/g;

/**
 * Compiles a selection expression: `$request.body.action`, `${request.body.service}/${request.body.action}`, a static
 * text, `\$default`. Read in one pass: a value is never itself read as an expression
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html).
 * @throws Error naming the variable that there is not
 */
export function compileSelection(expression: string): Selection {
  const parts: (string | Variable)[] = [];
  let end = 0;
  for (const match of expression.matchAll(PIECE)) {
    const [whole, braced, plain] = match;
    if (match.index > end) parts.push(expression.slice(end, match.index));
    parts.push(whole === '\\$' ? '$' : compileVariable(braced ?? plain ?? ''));
    end = match.index + whole.length;
  }
  if (end < expression.length) parts.push(expression.slice(end));
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'function') return only;
  return (input) => parts.map((part) => (typeof part === 'string' ? part : (part(input) ?? ''))).join('');
}

function compileVariable(name: string): Variable {
  if (name === 'request.body') return bodyAt('$');
  if (name.startsWith('request.body.')) return bodyAt(`$.${name.slice('request.body.'.length)}`);
  const [, place, key = ''] = PLACES.exec(name) ?? [];
  if (place === 'request.header') return ({ exchange }) => exchange.facts.request.header(key.toLowerCase());
  if (place === 'request.querystring') return ({ exchange }) => exchange.querystring.get(key)?.at(-1);
  if (place === 'context') return (input) => contextAt(input, key.split('.'));
  if (place === 'stageVariables') return ({ exchange }) => own(exchange.facts.stageVariables, key);
  if (name === 'integration.response.statuscode' || name === 'response.statuscode')
    return ({ answer }) => (answer ? String(answer.status) : undefined);
  if (place === 'integration.response.header') return ({ answer }) => headers(answer, key).at(-1);
  if (place === 'integration.response.multivalueheader')
    return ({ answer }) => headers(answer, key).join(',') || undefined;
  throw new Error(`invalid selection expression: ${name} is no variable`);
}

const PLACES =
  /^(request\.header|request\.querystring|context|stageVariables|integration\.response\.(?:multivalue)?header)\.(.+)$/s;

function bodyAt(path: string): Variable {
  const find = compileJsonPath(path);
  return ({ json }) => {
    const document = json();
    return document === undefined ? undefined : javaText(found(find, document));
  };
}

/** A search of too many steps finds nothing: what a message makes costly is no fault of the gateway's. */
function found(find: ReturnType<typeof compileJsonPath>, document: unknown): unknown {
  try {
    return find(document).value;
  } catch (error) {
    if (error instanceof JsonPathError) return undefined;
    throw error;
  }
}

function contextAt({ exchange }: SelectionInput, path: string[]): string | undefined {
  let value: unknown = buildContext(exchange);
  for (const part of path) value = isRecord(value) ? own(value, part) : undefined;
  return javaText(value);
}

function headers(answer: SelectionInput['answer'], wanted: string): string[] {
  const name = wanted.toLowerCase();
  return (answer?.headers ?? []).filter(([sent]) => sent.toLowerCase() === name).map(([, value]) => value);
}

/** As AWS writes what is no text: `[item1, item2]`, `{a=b}`. Null counts as missing. */
function javaText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return `[${value.map((one) => javaText(one) ?? 'null').join(', ')}]`;
  if (!isRecord(value)) return String(value);
  const members = Object.entries(value).map(([name, one]) => `${name}=${javaText(one) ?? 'null'}`);
  return `{${members.join(', ')}}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
