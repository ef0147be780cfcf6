import type { Authorizer } from '@/lib/model/v2/authorizer';
import type { RouteInput } from '@/lib/model/v2/route';
import { UniqueNames } from '../UniqueNames';
import { compact } from '../write/compact';
import type { Part } from '../write/ExportContext';
import type { HttpApiContent } from './HttpApiContent';

export interface HttpSecurity {
  /** `components.securitySchemes` */
  written: Part;
  /** an operation's `security` */
  requirements(route: RouteInput): Part[] | undefined;
}

/** Every authorizer under its name, and IAM's signature where a route asks for it. */
export function httpSecurity({ authorizers, routes }: HttpApiContent, extensions: boolean): HttpSecurity {
  const names = new UniqueNames();
  const byId = new Map(authorizers.map(({ authorizerId, name }) => [authorizerId, names.take(name)]));
  const signed = routes.some(({ authorizationType }) => authorizationType === 'AWS_IAM');
  const iam = signed ? names.take('sigv4') : '';
  const schemes = authorizers.map((authorizer) => [
    byId.get(authorizer.authorizerId),
    writeScheme(authorizer, extensions),
  ]);
  return {
    written: { ...Object.fromEntries(schemes), ...(signed && { [iam]: writeIam(extensions) }) },
    requirements({ authorizationType, authorizerId = '', authorizationScopes = [] }) {
      if (authorizationType === 'AWS_IAM') return [{ [iam]: [] }];
      const name = byId.get(authorizerId);
      return name === undefined ? undefined : [{ [name]: authorizationScopes }];
    },
  };
}

const writeIam = (extensions: boolean): Part => ({
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  ...(extensions && { 'x-amazon-apigateway-authtype': 'awsSigv4' }),
});

function writeScheme(authorizer: Authorizer, extensions: boolean): Part {
  const [source = ''] = authorizer.identitySource ?? [];
  const [, place = 'header', name = 'Authorization'] =
    /^\$request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
  return {
    // Recorded: a scheme of AWS's exports says no flow of OAuth 2.0; for readers it is where the token goes.
    ...(extensions && authorizer.authorizerType === 'JWT'
      ? { type: 'oauth2', flows: {} }
      : { type: 'apiKey', name, in: place === 'header' ? 'header' : 'query' }),
    ...(extensions && { 'x-amazon-apigateway-authorizer': writeAuthorizer(authorizer) }),
  };
}

const writeAuthorizer = (authorizer: Authorizer): Part =>
  compact({
    identitySource: authorizer.identitySource?.join(','),
    jwtConfiguration: authorizer.jwtConfiguration,
    authorizerUri: authorizer.authorizerUri,
    authorizerCredentials: authorizer.authorizerCredentialsArn,
    authorizerPayloadFormatVersion: authorizer.authorizerPayloadFormatVersion,
    authorizerResultTtlInSeconds: authorizer.authorizerResultTtlInSeconds,
    enableSimpleResponses: authorizer.enableSimpleResponses,
    type: authorizer.authorizerType.toLowerCase(),
  });
