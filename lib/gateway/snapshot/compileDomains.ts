import type { BasePathTarget } from './BasePathTarget';
import {
  compileRoutingRules,
  NO_RULES,
  type RoutedCall,
  type RoutingRules,
  ruleFor,
} from './compileRoutingRules';
import { SnapshotRejected } from './SnapshotRejected';
import type { DomainNameDocument } from './types';

/** The base paths of one domain name. */
export interface Mappings {
  /** '' for AWS's `(none)`, `orders/v2` */
  byBasePath: ReadonlyMap<string, BasePathTarget>;
  /** parts of the longest base path: no more of a call's path is looked at */
  depth: number;
}

/** Where calls of one domain name lead: a routing mode that leaves one of the two out has none of it here. */
export interface Domain {
  /** asked first */
  rules: RoutingRules;
  mappings: Mappings;
}

/** Custom domain names in lower case, e.g. `api.example.com` or `*.example.com`. */
export type Domains = ReadonlyMap<string, Domain>;

/** @throws SnapshotRejected for a name that is there twice */
export function compileDomains(documents: readonly DomainNameDocument[] = []): Domains {
  const domains = new Map<string, Domain>();
  for (const [index, document] of documents.entries()) {
    const name = document.domainName.toLowerCase();
    if (domains.has(name)) throw new SnapshotRejected(`domainNames[${index}]`, `${name} is there twice`);
    domains.set(name, compileDomain(document));
  }
  return domains;
}

function compileDomain({ routingMode, routingRules = [], basePathMappings }: DomainNameDocument): Domain {
  return {
    rules: routingMode === undefined ? NO_RULES : compileRoutingRules(routingRules),
    mappings: compileMappings(routingMode === 'ROUTING_RULE_ONLY' ? [] : basePathMappings),
  };
}

function compileMappings(basePathMappings: DomainNameDocument['basePathMappings']): Mappings {
  const byBasePath = new Map<string, BasePathTarget>();
  let depth = 0;
  for (const { basePath, restApiId, stageName } of basePathMappings) {
    byBasePath.set(basePath, { apiId: restApiId, stageName });
    if (basePath !== '') depth = Math.max(depth, basePath.split('/').length);
  }
  return { byBasePath, depth };
}

/**
 * What a host is answered by: its own name, else the wildcard that covers it. Two look-ups, however many domains there
 * are.
 * @param host in lower case, with its port if it was sent
 */
export function domainOf(domains: Domains, host: string): Domain | undefined {
  if (domains.size === 0) return undefined;
  const name = host.replace(/:\d+$/, '');
  return domains.get(name) ?? domains.get(`*${name.slice(name.indexOf('.'))}`);
}

/** Where a call of a custom domain name leads. */
export interface Routed {
  target: BasePathTarget;
  /** the path that the API sees, as it was sent; '' or begins with `/` */
  rest: string;
  /** undefined: a base path mapping leads there */
  routingRuleId: string | undefined;
}

/** By the first routing rule that fits, else by base path mapping. */
export function routeOn({ rules, mappings }: Domain, call: RoutedCall): Routed | undefined {
  const ruled = ruleFor(rules, call);
  if (ruled) return ruled;
  const mapped = mappingFor(mappings, call.path);
  return mapped && { ...mapped, routingRuleId: undefined };
}

/**
 * The longest base path that a path begins with, whole parts of it
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html). At most one look-up for each
 * part of the longest base path of this domain.
 * @returns the target, and the path behind the base path as it was sent
 */
function mappingFor(
  { byBasePath, depth }: Mappings,
  path: string,
): { target: BasePathTarget; rest: string } | undefined {
  for (const end of partEnds(path, depth)) {
    const target = byBasePath.get(path.slice(1, end));
    if (target) return { target, rest: path.slice(end) };
  }
  const target = byBasePath.get('');
  return target && { target, rest: path };
}

/** Where the first parts of a path end, the last of them first; an empty part ends the search. */
function partEnds(path: string, depth: number): number[] {
  const ends: number[] = [];
  let from = 1;
  while (ends.length < depth) {
    const slash = path.indexOf('/', from);
    const end = slash < 0 ? path.length : slash;
    if (end === from) break;
    ends.unshift(end);
    if (slash < 0) break;
    from = slash + 1;
  }
  return ends;
}
