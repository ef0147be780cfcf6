import { type Authorizer, authorizerInput } from '@/lib/model/authorizer';
import { newId } from '@/lib/model/ids';
import { defaultAuthType } from '../authType';
import type { SourceNode } from '../source/SourceNode';
import { UniqueNames } from '../UniqueNames';
import { defined } from './defined';
import type { Reading } from './Reading';

type Fields = ReadonlyMap<string, SourceNode>;

/**
 * One authorizer for each security scheme that has an `x-amazon-apigateway-authorizer`, whether an operation uses it
 * or not (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html).
 * @returns by the scheme's name; a scheme whose authorizer no REST API has is told of and left out
 */
export function readAuthorizers(
  reading: Reading,
  schemes: ReadonlyMap<string, SourceNode>,
): Map<string, Authorizer> {
  const names = new UniqueNames();
  const authorizers = new Map<string, Authorizer>();
  for (const [scheme, node] of schemes) {
    if (!authorizerOf(reading, node)) continue;
    const name = nameOf(reading, names, scheme, node);
    reading.note(`Authorizer ${name}`, node);
    const authorizer = readAuthorizer(reading, name, node);
    if (authorizer) authorizers.set(scheme, { ...authorizer, id: newId(6) });
  }
  return authorizers;
}

/** A scheme that is IAM's has no authorizer, whatever it says besides. */
export function authorizerOf(reading: Reading, node: SourceNode): SourceNode | undefined {
  const target = reading.resolve(node);
  const isIam = /^awssigv4$/i.test(String(target?.child('x-amazon-apigateway-authtype')?.content));
  return isIam ? undefined : target?.child('x-amazon-apigateway-authorizer');
}

/** OpenAPI lets schemes be named as authorizers may not be. */
function nameOf(reading: Reading, names: UniqueNames, scheme: string, node: SourceNode): string {
  const wanted = scheme.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 120) || 'authorizer';
  const name = names.take(wanted);
  if (name !== scheme)
    reading.warn(node, `The authorizer is named ${name}: its name has only letters, digits, - and _.`);
  return name;
}

const types = ['token', 'request', 'cognito_user_pools'];

function readAuthorizer(reading: Reading, name: string, node: SourceNode) {
  const scheme = reading.object(node);
  const extension = scheme.get('x-amazon-apigateway-authorizer') ?? node;
  const fields = reading.object(extension);
  const type = reading.text(fields.get('type'))?.toLowerCase() ?? '';
  if (type === 'jwt') return refuseJwt(reading, node);
  if (!types.includes(type))
    return reading.refuse(fields.get('type') ?? extension, `"type" must be one of ${types.join(', ')}.`);
  const value = defined({
    name,
    type: type.toUpperCase(),
    authType: readAuthType(reading, scheme, type),
    identitySource:
      type === 'request' ? readSources(reading, scheme, fields) : header(reading, scheme, fields, node),
    identityValidationExpression: readExpression(reading, fields, type),
    authorizerResultTtlInSeconds: numberOf(reading, fields.get('authorizerResultTtlInSeconds')),
    ...(type === 'cognito_user_pools' ? readProviders(reading, fields) : readFunction(reading, fields)),
  });
  return reading.check(authorizerInput, value, extension);
}

/** What it would have checked nobody checks, so methods that name it are closed (readSecurity). */
function refuseJwt(reading: Reading, node: SourceNode): undefined {
  node.reading = 'whole';
  reading.warn(
    node,
    'Only HTTP APIs have JWT authorizers: this one is left out, and calls of methods that use it are refused. In a REST API make it cognito_user_pools with the issuer among its providerARNs.',
  );
}

/** `custom` and `cognito_user_pools` say no more than the authorizer's own type, as in AWS's exports. */
function readAuthType(reading: Reading, scheme: Fields, type: string): string | undefined {
  const authType = reading.text(scheme.get('x-amazon-apigateway-authtype')) || undefined;
  return authType === defaultAuthType(type) ? undefined : authType;
}

function readFunction(reading: Reading, fields: Fields) {
  const node = fields.get('authorizerUri');
  const authorizerUri = reading.filled(node);
  if (node && authorizerUri) reading.note(`function ${authorizerUri}`, node);
  return {
    authorizerUri,
    authorizerCredentials: reading.filled(fields.get('authorizerCredentials')) || undefined,
  };
}

/** REQUEST has no one token to hold against it. */
function readExpression(reading: Reading, fields: Fields, type: string): string | undefined {
  const node = type === 'request' ? undefined : fields.get('identityValidationExpression');
  return reading.text(node) || undefined;
}

function readProviders(reading: Reading, fields: Fields) {
  const nodes = reading.list(fields.get('providerARNs'));
  const providerARNs = nodes.flatMap((node) => {
    const provider = reading.filled(node);
    if (provider === undefined) return [];
    reading.note(`user pool ${provider}`, node);
    return [provider];
  });
  return { providerARNs };
}

function numberOf(reading: Reading, node: SourceNode | undefined): unknown {
  return node && reading.whole(node);
}

/** TOKEN and COGNITO_USER_POOLS read the header that the scheme names; an identitySource may only repeat it. */
function header(reading: Reading, scheme: Fields, fields: Fields, node: SourceNode): string | undefined {
  if (!isApiKey(reading, scheme)) return 'method.request.header.Authorization';
  const place = scheme.get('in');
  if (place && reading.text(place) !== 'header')
    return reading.refuse(place, 'The authorizer reads a header: "in" must be header.');
  const name = reading.text(scheme.get('name'));
  if (!name) return reading.refuse(node, '"name" of the header that the authorizer reads is missing.');
  const source = `method.request.header.${name}`;
  reading.accept(fields.get('identitySource'), source);
  return source;
}

/** AWS takes authorizers on schemes of type apiKey only. */
function isApiKey(reading: Reading, scheme: Fields): boolean {
  const type = scheme.get('type');
  if (reading.text(type) === 'apiKey') return true;
  if (type)
    reading.warn(
      type,
      'Authorizers stand on schemes of type apiKey: this one reads the header Authorization.',
    );
  return false;
}

/** REQUEST: only `identitySource` counts. AWS's exports name the header of the scheme `Unused`. */
function readSources(reading: Reading, scheme: Fields, fields: Fields): string | undefined {
  const source = reading.text(fields.get('identitySource')) || undefined;
  reading.accept(scheme.get('type'), 'apiKey');
  reading.accept(scheme.get('in'), 'header');
  const headers = (source ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^method\.request\.header\./, ''));
  reading.accept(scheme.get('name'), 'Unused', ...headers);
  return source;
}
