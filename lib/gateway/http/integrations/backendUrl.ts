import { compileUri } from '../../mapping/compileUri';
import type { ApiIntegrationDocument } from '../../snapshot/apiTypes';
import type { HttpExchange } from '../HttpExchange';

/** Where a call goes, without its query. @param path from `overwrite:path`: takes the place of the URL's own */
export type BackendUrl = (exchange: HttpExchange, path: string | undefined) => string;

const HTTP = /^(https?:\/\/|\$\{stageVariables\.)/i;
/** A listener of a load balancer, or a service of Cloud Map: what a VPC link leads to. */
const PRIVATE = /^arn:aws[\w-]*:(elasticloadbalancing|servicediscovery):/;

/** @throws Error for what is neither a URL nor, of a private integration, an ARN */
export function compileBackendUrl(document: ApiIntegrationDocument): BackendUrl {
  const { integrationUri = '', connectionType } = document;
  if (connectionType === 'VPC_LINK' && PRIVATE.test(integrationUri)) return privateUrl(document);
  if (!HTTP.test(integrationUri)) throw new Error('integrationUri is not an http(s) URL');
  const build = compileUri(integrationUri);
  return (exchange, path) => {
    const url = build(exchange.stageVariables, exchange.pathParameters);
    if (path !== undefined) return withPath(url, path);
    // `$default` hands on the whole path (reference section 5).
    return exchange.route.path === '$default' ? joined(url, exchange.target.path) : url;
  };
}

/**
 * The link's targets stand for the ARN's; they see the path with the stage, as behind AWS's (reference section 6), and
 * the caller's Host unless the name that their certificate must be for is given.
 */
function privateUrl({ tlsConfig }: ApiIntegrationDocument): BackendUrl {
  const name = tlsConfig?.serverNameToVerify;
  return ({ call, target }, path) => {
    const origin = name === undefined ? `http://${call.request.host}` : `https://${name}`;
    return `${origin}${path ?? target.fullPath}`;
  };
}

function withPath(url: string, path: string): string {
  const origin = /^https?:\/\/[^/?#]*/i.exec(url)?.[0] ?? url;
  return `${origin}${path}`;
}

/** A URL's own query stays behind the path. */
function joined(url: string, path: string): string {
  const mark = url.indexOf('?');
  const [base, query] = mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
  return `${base.endsWith('/') ? base.slice(0, -1) : base}${path}${query}`;
}
