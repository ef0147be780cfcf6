/** What a gateway response may name: the caller's request, `$context`, the stage's variables. */
export interface ResponseInput {
  readonly context: Readonly<Record<string, unknown>>;
  readonly stageVariables: Readonly<Record<string, string>>;
  /** last value of a parameter of the caller's request */
  parameter(location: 'path' | 'querystring' | 'header', name: string): string | undefined;
}

/** @returns undefined when there is no such value */
export type Reader = (input: ResponseInput) => string | undefined;

const PLACE =
  /\$(?:\{(?<braced>[^{}]*)\}|(?<bare>(?:context|stageVariables)(?:\.[A-Za-z_][\w-]*)+|method\.request\.(?:path|querystring|header)\.[\w$-]+(?:\.[\w$-]+)*))/g;

/**
 * Compiles the body of a gateway response. It is no VTL: names are replaced by their values and nothing else
 * happens (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html).
 * A name without a value prints nothing; a `$` that begins no such name stays.
 */
export function compileSubstitution(template: string): (input: ResponseInput) => string {
  const parts: (string | Reader)[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACE)) {
    const reader = nameReader(match.groups?.braced ?? match.groups?.bare ?? '');
    if (!reader) continue;
    parts.push(template.slice(end, match.index), reader);
    end = match.index + match[0].length;
  }
  parts.push(template.slice(end));
  return (input) => parts.map((part) => (typeof part === 'string' ? part : (part(input) ?? ''))).join('');
}

/**
 * Compiles the source of a response header: `'literal'`, `method.request.*`, its older form
 * `method.input.params.*`, `context.*` or `stageVariables.*`.
 * @throws Error naming what is wrong
 */
export function compileHeaderSource(source: string): Reader {
  const literal = /^'([^']*)'$/s.exec(source);
  if (literal) return () => literal[1] ?? '';
  const input = /^method\.input\.params\.(.+)$/s.exec(source)?.[1];
  const reader = input === undefined ? nameReader(source) : anywhere(input);
  if (!reader) throw new Error(`invalid mapping expression: ${source}`);
  return reader;
}

function nameReader(name: string): Reader | undefined {
  const [, location, parameter] = /^method\.request\.(path|querystring|header)\.(.+)$/s.exec(name) ?? [];
  if (location && parameter)
    return (input) => input.parameter(location as Parameters<ResponseInput['parameter']>[0], parameter);
  const [root = '', ...path] = name.split('.');
  if (path.length === 0 || path.includes('')) return undefined;
  if (root === 'context') return ({ context }) => text(member(context, path));
  if (root === 'stageVariables' && path.length === 1)
    return ({ stageVariables }) => text(member(stageVariables, path));
  return undefined;
}

/** The older form does not say where; `$input.params(x)` looks into path, query and headers in this order. */
function anywhere(name: string): Reader {
  return (input) =>
    input.parameter('path', name) ?? input.parameter('querystring', name) ?? input.parameter('header', name);
}

function member(root: unknown, path: string[]): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function text(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
