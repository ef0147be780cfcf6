import { GatewayError } from '../GatewayError';

/** An integration URI with its places to fill. */
export type UriBuilder = (
  stageVariables: Readonly<Record<string, string>>,
  path: ReadonlyMap<string, string>,
) => string;

type Part = string | { stageVariable: string } | { parameter: string };

const PLACES = /\$\{stageVariables\.([A-Za-z0-9_]+)\}|(?<!\$)\{([^{}]+)\}/g;

/**
 * Cuts a URI into its literal parts, `${stageVariables.x}` and `{pathParameter}` once, so that a value filled in
 * is never itself read as a place to fill. An unknown `{name}` stays as written; an undefined stage variable
 * ends the call with 500, as on AWS.
 */
export function compileUri(uri: string): UriBuilder {
  const parts = cut(uri);
  return (stageVariables, path) => {
    let text = '';
    for (const part of parts) text += typeof part === 'string' ? part : fill(part, stageVariables, path);
    return text;
  };
}

function cut(uri: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of uri.matchAll(PLACES)) {
    parts.push(uri.slice(end, match.index));
    const [whole, stageVariable, parameter = ''] = match;
    parts.push(stageVariable === undefined ? { parameter } : { stageVariable });
    end = match.index + whole.length;
  }
  parts.push(uri.slice(end));
  return parts;
}

function fill(
  part: Exclude<Part, string>,
  stageVariables: Readonly<Record<string, string>>,
  path: ReadonlyMap<string, string>,
): string {
  if ('parameter' in part) return path.get(part.parameter) ?? `{${part.parameter}}`;
  const value = Object.hasOwn(stageVariables, part.stageVariable)
    ? stageVariables[part.stageVariable]
    : undefined;
  if (value === undefined)
    throw new GatewayError('API_CONFIGURATION_ERROR', `Undefined stage variable: ${part.stageVariable}`);
  return value;
}
