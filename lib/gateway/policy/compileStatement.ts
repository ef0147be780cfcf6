import { type Condition, compileConditions } from './compileCondition';
import { compilePrincipal, type PrincipalMatch } from './compilePrincipal';
import { globMatches, parseGlob } from './glob';
import { MalformedPolicy, type PolicyRequest } from './PolicyRequest';
import { PolicyText } from './PolicyText';
import { textsOf } from './readPolicy';

export interface Statement {
  effect: 'Allow' | 'Deny';
  /** whether it speaks of this principal doing this to that, whatever its conditions say */
  concerns(request: PolicyRequest): boolean;
  conditions: readonly Condition[];
  applies(request: PolicyRequest): boolean;
}

export interface StatementRules {
  /** resource: names its principals; identity: is its owner's */
  kind: 'identity' | 'resource';
  hasVariables: boolean;
  /** makes a full ARN of a resource as written (execute-api's short form); '' stays what it is */
  expandResource?: (resource: string) => string;
}

const MEMBERS = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

/** @throws MalformedPolicy */
export function compileStatement(
  source: Record<string, unknown>,
  rules: StatementRules,
  path: string,
): Statement {
  for (const member of Object.keys(source))
    if (!MEMBERS.has(member)) throw new MalformedPolicy(`${path}.${member}`, 'is not known here');
  const { Effect: effect } = source;
  if (effect !== 'Allow' && effect !== 'Deny')
    throw new MalformedPolicy(`${path}.Effect`, 'must be Allow or Deny');
  const principal = principalOf(source, rules, path);
  const action = actionOf(source, path);
  const resource = resourceOf(source, rules, path);
  const conditions = compileConditions(source.Condition, rules.hasVariables, `${path}.Condition`);
  const concerns = (request: PolicyRequest) =>
    action(request.action) && resource(request) && principal(request);
  const applies = (request: PolicyRequest) =>
    concerns(request) && conditions.every((condition) => condition(request));
  return { effect, concerns, conditions, applies };
}

function principalOf(
  source: Record<string, unknown>,
  { kind }: StatementRules,
  path: string,
): PrincipalMatch {
  const member = choice(source, 'Principal', path);
  if (kind === 'resource') {
    if (!member) throw new MalformedPolicy(path, 'names no Principal');
    const matches = compilePrincipal(member.value, `${path}.${member.name}`);
    return (request) => matches(request) !== member.negated;
  }
  if (member) throw new MalformedPolicy(`${path}.${member.name}`, 'a policy of a user names no principal');
  return () => true;
}

/** Names of actions know no case. */
function actionOf(source: Record<string, unknown>, path: string): (action: string) => boolean {
  const member = required(source, 'Action', path);
  const patterns = textsOf(member.value, `${path}.${member.name}`).map((text) => {
    if (text !== '*' && !/^[\w*?-]+:[\w*?]+$/.test(text))
      throw new MalformedPolicy(`${path}.${member.name}`, `${text} is no action: use service:Operation`);
    return parseGlob(text.toLowerCase());
  });
  return (action) => {
    const name = action.toLowerCase();
    return patterns.some((pattern) => globMatches(pattern, name)) !== member.negated;
  };
}

function resourceOf(
  source: Record<string, unknown>,
  { hasVariables, expandResource = (resource) => resource }: StatementRules,
  path: string,
): (request: PolicyRequest) => boolean {
  const member = required(source, 'Resource', path);
  const texts = textsOf(member.value, `${path}.${member.name}`).map(
    (text) => new PolicyText(expandResource(text), hasVariables),
  );
  return (request) => texts.some((text) => text.fits(request.resource, request)) !== member.negated;
}

interface Member {
  name: string;
  value: unknown;
  negated: boolean;
}

function required(source: Record<string, unknown>, name: string, path: string): Member {
  const member = choice(source, name, path);
  if (!member) throw new MalformedPolicy(path, `names no ${name}`);
  return member;
}

/** `Action` or `NotAction`, never both. */
function choice(source: Record<string, unknown>, name: string, path: string): Member | undefined {
  const given = source[name];
  const negated = source[`Not${name}`];
  if (given !== undefined && negated !== undefined)
    throw new MalformedPolicy(path, `has ${name} and Not${name}: use one`);
  if (given !== undefined) return { name, value: given, negated: false };
  return negated === undefined ? undefined : { name: `Not${name}`, value: negated, negated: true };
}
