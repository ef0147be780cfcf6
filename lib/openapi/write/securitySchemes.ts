import type { Method } from '@/lib/model/method';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { UniqueNames } from '../UniqueNames';
import { sortedBy } from './compact';
import type { Part } from './ExportContext';
import type { Shown } from './Shown';
import { writeAuthorizer } from './writeAuthorizer';

/** What a document's operations may ask for. */
export interface SecuritySchemes {
  /** as they are written, by name */
  written: Part;
  /** An operation's `security`: one requirement for each scheme, as AWS exports it. */
  requirements(method: Method): Part[];
}

interface Scheme {
  /** what a method is matched by: an authorizer's id, an authorization type, or `API_KEY` */
  key: string;
  wanted: string;
  scheme: Part;
}

/**
 * Every authorizer under its own name, and what methods ask for besides under names that no authorizer has. A method
 * whose authorizer is not there keeps its authorization type by a scheme that brings none.
 */
export function securitySchemes(
  { authorizers = [], resources }: Pick<RestApiDefinition, 'authorizers' | 'resources'>,
  shown: Shown,
): SecuritySchemes {
  const ids = new Set(authorizers.map(({ id }) => id));
  const own = sortedBy(authorizers, ({ name }) => name).flatMap((authorizer): Scheme[] => {
    const scheme = writeAuthorizer(authorizer, shown);
    return scheme ? [{ key: authorizer.id, wanted: authorizer.name, scheme }] : [];
  });
  const methods = resources.flatMap(({ resourceMethods }) => Object.values(resourceMethods));
  const asked = new Set(methods.flatMap((method) => keysOf(method, ids)));
  const names = new UniqueNames();
  const schemes = [...own, ...builtIn(shown).filter(({ key }) => asked.has(key))].map((scheme) => ({
    ...scheme,
    name: names.take(scheme.wanted),
  }));
  const byKey = new Map(schemes.map(({ key, name }) => [key, name]));
  return {
    written: Object.fromEntries(
      sortedBy(schemes, ({ name }) => name).map(({ name, scheme }) => [name, scheme]),
    ),
    requirements: (method) =>
      keysOf(method, ids).flatMap((key) => {
        const name = byKey.get(key);
        return name === undefined ? [] : [{ [name]: scopesOf(method, key, shown) }];
      }),
  };
}

function keysOf(
  { authorizationType, authorizerId, apiKeyRequired }: Method,
  authorizerIds: Set<string>,
): string[] {
  const isOwn = authorizationType === 'CUSTOM' || authorizationType === 'COGNITO_USER_POOLS';
  const key =
    isOwn && authorizerId !== undefined && authorizerIds.has(authorizerId) ? authorizerId : authorizationType;
  return [...(key === 'NONE' ? [] : [key]), ...(apiKeyRequired ? ['API_KEY'] : [])];
}

/** OpenAPI 3.0 has scopes on schemes of OAuth and OpenID Connect only; documents for readers hold to that. */
function scopesOf({ authorizationScopes = [] }: Method, key: string, { forReaders }: Shown): string[] {
  return !forReaders && key !== 'API_KEY' ? authorizationScopes : [];
}

function builtIn({ forReaders }: Shown): Scheme[] {
  const signed = (authType: string) => ({
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    ...(!forReaders && { 'x-amazon-apigateway-authtype': authType }),
  });
  return [
    { key: 'API_KEY', wanted: 'api_key', scheme: { type: 'apiKey', name: 'x-api-key', in: 'header' } },
    { key: 'AWS_IAM', wanted: 'sigv4', scheme: signed('awsSigv4') },
    { key: 'CUSTOM', wanted: 'custom', scheme: signed('custom') },
    { key: 'COGNITO_USER_POOLS', wanted: 'cognito', scheme: signed('cognito_user_pools') },
  ];
}
