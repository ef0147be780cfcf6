/**
 * AWS's parameter mapping expressions
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html).
 */
const name = '[A-Za-z0-9._$-]+';
const anywhere = `'[^']*'|stageVariables\\.[A-Za-z0-9_]+|context\\.[A-Za-z0-9_.]+`;

const requestTarget = new RegExp(`^integration\\.request\\.(header|querystring|path)\\.${name}$`);
const responseTarget = new RegExp(`^method\\.response\\.header\\.${name}$`);
const requestSource = new RegExp(
  `^(${anywhere}|method\\.request\\.((path|querystring|header|multivaluequerystring|multivalueheader)\\.${name}|body(\\.\\S+|\\[\\S+)?))$`,
);
const responseSource = new RegExp(
  `^(${anywhere}|integration\\.response\\.((header|multivalueheader)\\.${name}|body(\\.\\S+|\\[\\S+)?))$`,
);

/** Text of AWS's refusal of an expression that it cannot read. */
export const invalidExpression = (expression: string) =>
  `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${expression}]`;

/** Text of AWS's refusal of a parameter that the method does not declare. */
export const undeclaredParameter = (parameter: string) =>
  `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: ${parameter}]`;

/**
 * What is wrong with a cache key parameter; null when it is right.
 * @param declared the method's requestParameters
 * @param mapped the integration's requestParameters
 */
export function refuseCacheKey(
  parameter: string,
  declared: Readonly<Record<string, boolean>>,
  mapped: Readonly<Record<string, string>>,
): string | null {
  const known = parameter.startsWith('integration.') ? mapped : declared;
  return Object.hasOwn(known, parameter) ? null : `Invalid cache key parameter specified: ${parameter}`;
}

/**
 * What is wrong with one entry of an integration's requestParameters; null when it is right.
 * @param declared the method's requestParameters
 */
export function refuseRequestMapping(
  target: string,
  source: string,
  declared: Readonly<Record<string, boolean>>,
): string | null {
  if (!requestTarget.test(target)) return invalidExpression(target);
  if (!requestSource.test(source)) return invalidExpression(source);
  const parameter = source.replace(/^method\.request\.multivalue/, 'method.request.');
  const declares = /^method\.request\.(path|querystring|header)\./.test(parameter);
  return declares && !Object.hasOwn(declared, parameter) ? undeclaredParameter(source) : null;
}

/**
 * What is wrong with one entry of an integration response's responseParameters; null when it is right.
 * @param declared the method response's responseParameters
 */
export function refuseResponseMapping(
  target: string,
  source: string,
  declared: Readonly<Record<string, boolean>>,
): string | null {
  if (!responseTarget.test(target)) return invalidExpression(target);
  if (!responseSource.test(source)) return invalidExpression(source);
  return Object.hasOwn(declared, target) ? null : undeclaredParameter(target);
}
