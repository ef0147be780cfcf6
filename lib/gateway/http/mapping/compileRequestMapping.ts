import { GatewayError } from '../../GatewayError';
import { encodeText } from '../../mapping/encodePathValue';
import { hasDotSegment } from '../../transport/gate/checkTarget';
import type { HttpExchange } from '../HttpExchange';
import { compileValue, type Value } from './compileValue';
import { type Action, changeHeaders, checkMappableHeader, type Headers } from './headerChanges';

/** A request as its mappings left it. */
export interface MappedRequest {
  headers: Headers;
  /** raw, without `?` */
  query: string;
  /** undefined: the URL's own */
  path: string | undefined;
}

/** Request parameter mapping, ready to run. */
export interface RequestMapping {
  needsBody: boolean;
  map(exchange: HttpExchange, headers: Headers, body: Buffer): MappedRequest;
}

interface Mapped {
  action: Action;
  location: string;
  name: string;
  value: Value;
}

/**
 * Compiles `append|overwrite|remove:header|querystring.X` and `overwrite:path`. Every value is read from the call as
 * it came; then they are applied in the order in which they are written (from memory).
 * @returns undefined: nothing is mapped
 * @throws Error naming what is wrong
 */
export function compileRequestMapping(parameters: Record<string, string> = {}): RequestMapping | undefined {
  const mapped = Object.entries(parameters).map(([key, text]) => compileOne(key, text));
  if (mapped.length === 0) return undefined;
  return {
    needsBody: mapped.some(({ value }) => value.needsBody),
    map: (exchange, headers, body) => {
      const read = mapped.flatMap((one) => {
        const value = one.value.read({ exchange, body });
        return value === undefined ? [] : [{ ...one, value }];
      });
      const of = (location: string) => read.filter((one) => one.location === location);
      const path = of('path').at(-1)?.value;
      return {
        headers: changeHeaders(headers, of('header'), 'DEFAULT_4XX'),
        query: changeQuery(exchange.call.request.query, of('querystring')),
        path: path === undefined ? undefined : safePath(path),
      };
    },
  };
}

function compileOne(key: string, text: string): Mapped {
  const [, action, location, name = ''] =
    /^(append|overwrite|remove):(?:(header|querystring)\.(.+)|path$)/s.exec(key) ?? [];
  if (!action || (location === undefined && action !== 'overwrite'))
    throw new Error(`requestParameters: ${key} is no mapping`);
  if (location === 'header') checkMappableHeader(name);
  const value = action === 'remove' ? compileValue('', 'request') : compileValue(text, 'request');
  return { action: action as Action, location: location ?? 'path', name, value };
}

function changeQuery(
  raw: string,
  changes: readonly { action: Action; name: string; value: string }[],
): string {
  let pairs = raw === '' ? [] : raw.split('&');
  for (const { action, name, value } of changes) {
    if (action !== 'append') pairs = pairs.filter((pair) => nameOf(pair) !== name);
    if (action !== 'remove') pairs.push(`${encodeText(name)}=${encodeText(value)}`);
  }
  return pairs.join('&');
}

function nameOf(pair: string): string {
  const name = pair.split('=', 1)[0] ?? '';
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name;
  }
}

/**
 * What a caller's header or body holds must not lead to another host, query or, by dots, another folder. Escapes stay:
 * `$request.path` is as it was sent.
 */
function safePath(path: string): string {
  if (hasDotSegment(path)) throw new GatewayError('DEFAULT_4XX', 'A mapped path holds a dot segment');
  const encoded = path
    .toWellFormed()
    .replace(/%(?![0-9a-fA-F]{2})/g, '%25')
    .replace(/[^\w\-.~!$&'()*+,;=:@/%]/gu, (letter) => encodeURIComponent(letter));
  return `/${encoded.replace(/^\/+/, '')}`;
}
