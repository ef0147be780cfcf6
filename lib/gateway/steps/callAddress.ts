import { GatewayError } from '../GatewayError';
import { type BasePathTarget, type Domains, mappingsOf } from '../snapshot/compileDomains';
import type { Request } from '../transport/Request';

/** What a call's host and path name; nothing of it need be there. */
export interface CallAddress {
  restApiId: string;
  stageName: string;
  /** below the stage, as sent; '' for the root */
  path: string;
  /** as AWS logs it: with the stage, on a custom domain name as sent */
  fullPath: string;
  /** what events of functions call `path`: below the stage, on a custom domain name with the base path */
  eventPath: string;
  isCustomDomain: boolean;
}

const PATH_FORM = '/_aws/execute-api/';
const HOST_FORM = '.execute-api.';

/**
 * By custom domain name and base path, by host, `{apiId}.execute-api.localhost/{stage}/...`, or by path,
 * `/_aws/execute-api/{apiId}/{stage}/...`, for clients whose resolver lacks *.localhost.
 * @throws GatewayError FORBIDDEN for a host or path that leads to no API
 */
export function callAddress({ host, path }: Pick<Request, 'host' | 'path'>, domains: Domains): CallAddress {
  const mappings = mappingsOf(domains, host);
  if (mappings) return onDomain(host, path, mappings);
  const dot = host.indexOf(HOST_FORM);
  if (dot > 0) return atEndpoint(host.slice(0, dot), path);
  if (!path.startsWith(PATH_FORM)) throw new GatewayError('FORBIDDEN', `${host} is not the host of an API`);
  const end = path.indexOf('/', PATH_FORM.length);
  if (end < 0) throw new GatewayError('FORBIDDEN', 'The path names no stage');
  return atEndpoint(path.slice(PATH_FORM.length, end), path.slice(end));
}

function atEndpoint(restApiId: string, fullPath: string): CallAddress {
  const [stageName, path] = split(fullPath);
  return { restApiId, stageName, path, fullPath, eventPath: oneSlash(path), isCustomDomain: false };
}

/**
 * The longest base path that fits, which is the path's first part or `(none)`: V1's have one part
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html).
 */
function onDomain(
  host: string,
  fullPath: string,
  mappings: ReadonlyMap<string, BasePathTarget>,
): CallAddress {
  const [first, below] = split(fullPath);
  const named = first === '' ? undefined : mappings.get(first);
  const target = named ?? mappings.get('');
  if (!target) throw new GatewayError('FORBIDDEN', `No base path of ${host} fits ${fullPath}`);
  const rest = named ? below : fullPath;
  const [stageName, path] = target.stageName === '' ? split(rest) : [target.stageName, rest];
  const { restApiId } = target;
  return { restApiId, stageName, path, fullPath, eventPath: oneSlash(fullPath), isCustomDomain: true };
}

/** `/a/b/c` -> `a` and `/b/c` */
function split(path: string): [first: string, rest: string] {
  const end = path.indexOf('/', 1);
  return end < 0 ? [path.slice(1), ''] : [path.slice(1, end), path.slice(end)];
}

/** `//a` -> `/a`, as routes and functions see it; '' -> `/` */
export function oneSlash(path: string): string {
  return path === '' ? '/' : path.replace(/^\/+/, '/');
}
