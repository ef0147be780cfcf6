import { type Domain, type Domains, domainOf, routeOn } from '../snapshot/compileDomains';
import type { RoutedCall } from '../snapshot/compileRoutingRules';

/** What a call's host and path name; nothing of it need be there. */
export interface CallAddress {
  /** of an API of any kind */
  apiId: string;
  /** undefined: the path names the stage, or may name it */
  stageName: string | undefined;
  /** below the host, or below the base path of a custom domain name; as sent; '' or begins with `/` */
  rest: string;
  /** as AWS logs it: with the stage, on a custom domain name as sent */
  fullPath: string;
  isCustomDomain: boolean;
  /** of the routing rule that led here; absent: none did */
  routingRuleId?: string;
}

const PATH_FORM = '/_aws/execute-api/';
/** How emulators of AWS have written it. */
const USER_REQUEST = /^\/restapis\/([^/]+)(\/[^/]+)\/_user_request_(\/.*)?$/s;
const HOST_FORM = '.execute-api.';

/**
 * By custom domain name and its routing rules or base paths, by host, `{apiId}.execute-api.localhost/...`, or by path,
 * `/_aws/execute-api/{apiId}/...`, for clients whose resolver lacks *.localhost; also
 * `/restapis/{apiId}/{stage}/_user_request_/...`, for those who come from an emulator of AWS.
 * @returns undefined for a host or path that leads to no API
 */
export function callAddress(call: RoutedCall, domains: Domains): CallAddress | undefined {
  const { host, path } = call;
  const domain = domainOf(domains, host);
  if (domain) return onDomain(call, domain);
  const dot = host.indexOf(HOST_FORM);
  if (dot > 0) return atEndpoint(host.slice(0, dot), path);
  if (!path.startsWith(PATH_FORM)) return byUserRequest(path);
  const end = path.indexOf('/', PATH_FORM.length);
  return end < 0
    ? atEndpoint(path.slice(PATH_FORM.length), '')
    : atEndpoint(path.slice(PATH_FORM.length, end), path.slice(end));
}

function byUserRequest(path: string): CallAddress | undefined {
  const [, apiId, stage, rest = ''] = USER_REQUEST.exec(path) ?? [];
  return apiId && stage ? atEndpoint(apiId, `${stage}${rest}`) : undefined;
}

function atEndpoint(apiId: string, path: string): CallAddress {
  return { apiId, stageName: undefined, rest: path, fullPath: path, isCustomDomain: false };
}

function onDomain(call: RoutedCall, domain: Domain): CallAddress | undefined {
  const found = routeOn(domain, call);
  if (!found) return undefined;
  const { target, rest, routingRuleId } = found;
  const { apiId, stageName } = target;
  return {
    apiId,
    stageName: stageName === '' ? undefined : stageName,
    rest,
    fullPath: call.path,
    isCustomDomain: true,
    ...(routingRuleId !== undefined && { routingRuleId }),
  };
}

/** `/a/b/c` -> `a` and `/b/c` */
export function firstPart(path: string): [first: string, rest: string] {
  const end = path.indexOf('/', 1);
  return end < 0 ? [path.slice(1), ''] : [path.slice(1, end), path.slice(end)];
}

/** `//a` -> `/a`, as routes and functions see it; '' -> `/` */
export function oneSlash(path: string): string {
  return path === '' ? '/' : path.replace(/^\/+/, '/');
}
