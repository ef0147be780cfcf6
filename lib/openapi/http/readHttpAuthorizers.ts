import { newId } from '@/lib/model/ids';
import { type Authorizer, authorizerInput } from '@/lib/model/v2/authorizer';
import { defined } from '../read/defined';
import type { Reading } from '../read/Reading';
import { authorizerOf } from '../read/readAuthorizers';
import type { SourceNode } from '../source/SourceNode';

/**
 * One authorizer for each security scheme that has an `x-amazon-apigateway-authorizer`, by the scheme's name
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html).
 */
export function readHttpAuthorizers(
  reading: Reading,
  schemes: ReadonlyMap<string, SourceNode>,
): Map<string, Authorizer> {
  const authorizers = new Map<string, Authorizer>();
  for (const [name, scheme] of schemes) {
    const node = authorizerOf(reading, scheme);
    const authorizer = node && readAuthorizer(reading, name, node);
    if (!authorizer) continue;
    acceptScheme(reading, scheme);
    authorizers.set(name, authorizer);
  }
  return authorizers;
}

/** How tools show the scheme says nothing of how it is checked. */
function acceptScheme(reading: Reading, scheme: SourceNode): void {
  const fields = reading.object(scheme);
  for (const member of ['type', 'in', 'name', 'flows', 'openIdConnectUrl', 'scheme', 'bearerFormat']) {
    const node = fields.get(member);
    if (node) reading.whole(node);
  }
  const authType = fields.get('x-amazon-apigateway-authtype');
  if (authType) reading.whole(authType);
}

function readAuthorizer(reading: Reading, name: string, node: SourceNode): Authorizer | undefined {
  const fields = reading.object(node);
  const type = reading.text(fields.get('type'))?.toUpperCase();
  if (type !== 'JWT' && type !== 'REQUEST')
    return reading.refuse(fields.get('type') ?? node, '"type" must be one of jwt, request.');
  const value = defined({
    name,
    authorizerType: type,
    identitySource: readSources(reading, fields.get('identitySource')),
    ...(type === 'JWT' ? readJwt(reading, fields) : readFunction(reading, fields)),
  });
  const authorizer = reading.check(authorizerInput, value, node);
  return authorizer && { ...authorizer, authorizerId: newId(6) };
}

/** One text with commas, as AWS writes it; others write a list. */
function readSources(reading: Reading, node: SourceNode | undefined): string[] | undefined {
  if (Array.isArray(node?.content)) return reading.texts(node);
  const sources = (reading.text(node) ?? '').split(',').map((source) => source.trim());
  const said = sources.filter((source) => source !== '');
  return said.length > 0 ? said : undefined;
}

function readJwt(reading: Reading, fields: ReadonlyMap<string, SourceNode>) {
  const jwt = reading.object(fields.get('jwtConfiguration'));
  const audience = reading.texts(jwt.get('audience'));
  return {
    jwtConfiguration: defined({
      issuer: reading.filled(jwt.get('issuer')),
      audience: audience.length > 0 ? audience : undefined,
    }),
  };
}

function readFunction(reading: Reading, fields: ReadonlyMap<string, SourceNode>) {
  const ttl = fields.get('authorizerResultTtlInSeconds');
  return {
    authorizerUri: reading.filled(fields.get('authorizerUri')),
    authorizerCredentialsArn: reading.filled(fields.get('authorizerCredentials')) || undefined,
    authorizerPayloadFormatVersion: reading.text(fields.get('authorizerPayloadFormatVersion')),
    authorizerResultTtlInSeconds: ttl && reading.whole(ttl),
    enableSimpleResponses: reading.flag(fields.get('enableSimpleResponses')),
  };
}
