import type { Request } from '../transport/Request';
import type { BasePathTarget } from './BasePathTarget';
import { type CompiledGlob, compileGlob } from './headerGlob';
import type { RoutingRuleDocument } from './types';

/** What a call is routed by. */
export type RoutedCall = Pick<Request, 'host' | 'path' | 'headers'>;

interface HeaderTest {
  /** lower case */
  header: string;
  fits: CompiledGlob;
}

interface Rule {
  routingRuleId: string;
  target: BasePathTarget;
  stripBasePath: boolean;
  /** one of each list must begin the path; cheap, so asked first */
  basePaths: readonly (readonly string[])[];
  /** one of each list must fit a line of its header */
  headers: readonly (readonly HeaderTest[])[];
}

/** The rules of one domain name, lowest priority first, with the names of all headers that they look at. */
export interface RoutingRules {
  rules: readonly Rule[];
  headers: ReadonlySet<string>;
}

export const NO_RULES: RoutingRules = { rules: [], headers: new Set() };

export function compileRoutingRules(documents: readonly RoutingRuleDocument[]): RoutingRules {
  const rules = documents.toSorted((one, other) => one.priority - other.priority).map(compileRule);
  const headers = rules.flatMap((rule) => rule.headers.flat().map(({ header }) => header));
  return { rules, headers: new Set(headers) };
}

function compileRule(document: RoutingRuleDocument): Rule {
  const { routingRuleId, conditions, restApiId, stageName, stripBasePath } = document;
  return {
    routingRuleId,
    target: { apiId: restApiId, stageName },
    stripBasePath,
    basePaths: conditions.flatMap(({ matchBasePaths }) => (matchBasePaths ? [matchBasePaths.anyOf] : [])),
    headers: conditions.flatMap(({ matchHeaders }) =>
      matchHeaders ? [matchHeaders.anyOf.map(compileHeaderTest)] : [],
    ),
  };
}

/** Names of hosts have no letter case, so a glob on Host has none either. */
function compileHeaderTest({ header, valueGlob }: { header: string; valueGlob: string }): HeaderTest {
  const name = header.toLowerCase();
  return { header: name, fits: compileGlob(name === 'host' ? valueGlob.toLowerCase() : valueGlob) };
}

/**
 * The first rule of which all conditions hold, as AWS evaluates them
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-rules-examples.html). Walks the
 * call's headers once, and at most all rules of the one domain name.
 * @returns its target, and the path that the API sees
 */
export function ruleFor(
  { rules, headers }: RoutingRules,
  call: RoutedCall,
): { routingRuleId: string; target: BasePathTarget; rest: string } | undefined {
  if (rules.length === 0) return undefined;
  const sent = linesOf(headers, call);
  for (const rule of rules) {
    const matched = matchedBasePath(rule, call.path);
    if (matched === undefined || !rule.headers.every((tests) => tests.some((test) => holds(test, sent))))
      continue;
    const rest = rule.stripBasePath && matched !== '' ? call.path.slice(1 + matched.length) : call.path;
    return { routingRuleId: rule.routingRuleId, target: rule.target, rest };
  }
  return undefined;
}

/** The base path that the path begins with; '' for a rule that asks for none, undefined where it does not hold. */
function matchedBasePath({ basePaths }: Rule, path: string): string | undefined {
  let matched = '';
  for (const anyOf of basePaths) {
    const found = anyOf.find((basePath) => beginsWith(path, basePath));
    if (found === undefined) return undefined;
    matched = found;
  }
  return matched;
}

/** In whole parts: `pets` begins `/pets` and `/pets/7`, not `/petshop`. */
function beginsWith(path: string, basePath: string): boolean {
  const end = 1 + basePath.length;
  return path.startsWith(basePath, 1) && (path.length === end || path[end] === '/');
}

/** Each line by itself: AWS matches literally, and reads no list of values. */
function holds({ header, fits }: HeaderTest, sent: ReadonlyMap<string, string[]>): boolean {
  return sent.get(header)?.some(fits) ?? false;
}

/** The lines of the headers that any rule looks at; Host without its port, which the domain name has none of. */
function linesOf(names: ReadonlySet<string>, { host, headers }: RoutedCall): ReadonlyMap<string, string[]> {
  const lines = new Map<string, string[]>();
  if (names.size === 0) return lines;
  if (names.has('host')) lines.set('host', [host.replace(/:\d+$/, '')]);
  for (const [name, value] of headers) {
    const header = name.toLowerCase();
    if (header === 'host' || !names.has(header)) continue;
    const known = lines.get(header);
    if (known) known.push(value);
    else lines.set(header, [value]);
  }
  return lines;
}
