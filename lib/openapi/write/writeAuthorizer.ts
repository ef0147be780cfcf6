import type { Authorizer } from '@/lib/model/authorizer';
import { defaultAuthType } from '../authType';
import { compact } from './compact';
import type { Part } from './ExportContext';
import type { Shown } from './Shown';

const headerSource = 'method.request.header.';
const querySource = 'method.request.querystring.';

/**
 * An authorizer as a security scheme. For readers only what a caller sends; undefined when the caller has no say in
 * it.
 */
export function writeAuthorizer(authorizer: Authorizer, shown: Shown): Part | undefined {
  if (shown.forReaders) return callersPart(authorizer);
  const { type, identitySource = '', authType } = authorizer;
  // AWS writes no header's name where the identity sources say all.
  const name = type === 'REQUEST' ? 'Unused' : identitySource.replace(headerSource, '');
  return {
    type: 'apiKey',
    name,
    in: 'header',
    'x-amazon-apigateway-authtype': authType ?? defaultAuthType(type),
    ...(shown.authorizers && { 'x-amazon-apigateway-authorizer': members(authorizer) }),
  };
}

function members(authorizer: Authorizer): Part {
  const { type, identitySource } = authorizer;
  return compact({
    type: type.toLowerCase(),
    authorizerUri: authorizer.authorizerUri,
    authorizerCredentials: authorizer.authorizerCredentials,
    identitySource: type === 'REQUEST' ? identitySource : undefined,
    identityValidationExpression: authorizer.identityValidationExpression,
    authorizerResultTtlInSeconds: authorizer.authorizerResultTtlInSeconds,
    providerARNs: authorizer.providerARNs,
  });
}

/** OpenAPI's scheme has one place for the secret; of several the first header is told, or else the first parameter. */
function callersPart({ identitySource = '' }: Authorizer): Part | undefined {
  const sources = identitySource.split(',').map((source) => source.trim());
  const header = sources.find((source) => source.startsWith(headerSource));
  if (header) return { type: 'apiKey', name: header.slice(headerSource.length), in: 'header' };
  const query = sources.find((source) => source.startsWith(querySource));
  return query === undefined
    ? undefined
    : { type: 'apiKey', name: query.slice(querySource.length), in: 'query' };
}
