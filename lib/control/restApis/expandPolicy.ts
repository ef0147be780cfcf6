import type { ControlConfig } from '../ports';

/** AWS's bound, in characters (https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html). */
export const LONGEST_POLICY = 8192;

const SHORT = /^execute-api:\/(?!\/)/;

/**
 * The policy with `execute-api:/stage/VERB/path` written out as the API's ARN, which is how AWS keeps it. One that
 * holds no short form stays letter for letter.
 * @param policy JSON text that compilePolicy takes
 */
export function expandPolicy(policy: string, restApiId: string, config: ControlConfig): string {
  const arn = apiArn(restApiId, config);
  return withResources(policy, (resource) => resource.replace(SHORT, arn));
}

/** The other way round, for another API that begins as a copy of this one. */
export function shortenPolicy(policy: string, restApiId: string, config: ControlConfig): string {
  const arn = apiArn(restApiId, config);
  return withResources(policy, (resource) =>
    resource.startsWith(arn) ? `execute-api:/${resource.slice(arn.length)}` : resource,
  );
}

const apiArn = (restApiId: string, { region, accountId }: ControlConfig) =>
  `arn:aws:execute-api:${region}:${accountId}:${restApiId}/`;

function withResources(policy: string, change: (resource: string) => string): string {
  let changed = false;
  const changeOne = (resource: unknown): unknown => {
    if (Array.isArray(resource)) return resource.map(changeOne);
    if (typeof resource !== 'string') return resource;
    const next = change(resource);
    changed ||= next !== resource;
    return next;
  };
  const document: unknown = JSON.parse(policy, (key, value: unknown) =>
    key === 'Resource' || key === 'NotResource' ? changeOne(value) : value,
  );
  if (!changed) return policy;
  return JSON.stringify(document, null, policy.trim().includes('\n') ? 2 : undefined);
}
