import { globMatches, parseGlob } from './glob';
import { MalformedPolicy, type PolicyRequest } from './PolicyRequest';
import { textsOf } from './readPolicy';

export type PrincipalMatch = (request: PolicyRequest) => boolean;

const KINDS = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);

/**
 * `"*"`, or `{"AWS": ...}` with ARNs, account ids and `*`. A principal is named in full: AWS knows no wildcard within
 * an ARN (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html). `Service` names
 * who asks to assume a role; federations never call here, so that their names match nobody.
 * @throws MalformedPolicy
 */
export function compilePrincipal(source: unknown, path: string): PrincipalMatch {
  if (source === '*') return () => true;
  if (typeof source !== 'object' || source === null || Array.isArray(source))
    throw new MalformedPolicy(path, 'must be "*" or an object such as {"AWS": "arn:..."}');
  for (const kind of Object.keys(source))
    if (!KINDS.has(kind)) throw new MalformedPolicy(`${path}.${kind}`, 'is no kind of principal');
  const { AWS: aws, Service: service } = source as Record<string, unknown>;
  const names = aws === undefined ? [] : textsOf(aws, `${path}.AWS`);
  const services = service === undefined ? [] : textsOf(service, `${path}.Service`);
  const matches = [
    ...names.map((name) => compileName(name, `${path}.AWS`)),
    ...services.map(
      (name): PrincipalMatch =>
        ({ principal }) =>
          principal?.service === name,
    ),
  ];
  return (request) => matches.some((match) => match(request));
}

function compileName(name: string, path: string): PrincipalMatch {
  if (name === '*') return () => true;
  const account = /^(?:arn:aws[\w-]*:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1];
  if (account) return ({ principal }) => principal?.accountId === account;
  if (!/^arn:aws[\w-]*:(iam|sts)::\d{12}:.+$/.test(name))
    throw new MalformedPolicy(path, `${name} is no account, user or role`);
  const pattern = parseGlob(name).map((part) =>
    typeof part === 'string' ? { text: part === 'any' ? '*' : '?' } : part,
  );
  const names = (arn: string | undefined) => arn !== undefined && globMatches(pattern, arn);
  return ({ principal }) => names(principal?.arn) || names(principal?.roleArn);
}
