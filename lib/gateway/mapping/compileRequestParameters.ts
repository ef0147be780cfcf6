import { compileExpression, type Expression } from './compileExpression';
import { encodePathValue } from './encodePathValue';
import type { MappingInput, ParameterLocation } from './MappingInput';

/** What requestParameters give the backend call. */
export interface MappedParameters {
  header: [name: string, value: string][];
  querystring: [name: string, value: string][];
  /** percent-encoded, ready for the URI */
  path: Map<string, string>;
}

export interface RequestParameters {
  /** nothing is mapped: `map` need not be asked */
  none: boolean;
  needsBody: boolean;
  map(input: MappingInput): MappedParameters;
}

interface Target {
  location: ParameterLocation;
  name: string;
  expression: Expression;
}

/**
 * Compiles `integration.request.{header|querystring|path}.X` -> expression.
 * @throws Error naming the entry that is wrong
 */
export function compileRequestParameters(parameters: Record<string, string>): RequestParameters {
  const targets = Object.entries(parameters).map(([key, source]) => compileTarget(key, source));
  return {
    none: targets.length === 0,
    needsBody: targets.some(({ expression }) => expression.needsBody),
    map: (input) => {
      const mapped: MappedParameters = { header: [], querystring: [], path: new Map() };
      for (const target of targets) apply(target, input, mapped);
      return mapped;
    },
  };
}

function compileTarget(key: string, source: string): Target {
  const match = /^integration\.request\.(header|querystring|path)\.(.+)$/s.exec(key);
  const [, location, name] = match ?? [];
  if (!location || !name) throw new Error(`invalid mapping target: ${key}`);
  if (location === 'header' && !isToken(name)) throw new Error(`invalid header name: ${name}`);
  return {
    location: location as ParameterLocation,
    name,
    expression: compileExpression(source, 'request'),
  };
}

function apply({ location, name, expression }: Target, input: MappingInput, mapped: MappedParameters): void {
  for (const value of expression.read(input)) {
    if (location === 'path') mapped.path.set(name, expression.encoded ? value : encodePathValue(value));
    else mapped[location].push([name, value]);
  }
}

/** RFC 9110 5.6.2: what a header name may be. */
export function isToken(name: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name);
}
