import type { FieldError } from '@/lib/model/ControlError';
import { functionArnInUri, readFunctionArn } from '@/lib/model/functionArn';
import type { ProtocolType } from '@/lib/model/v2/api';
import { isIssuer } from '../authorizers/refuseProviders';
import type { AuthorizerState } from './authorizerPart';
import { refuseAll, unsupported } from './refuse';

const sources = {
  HTTP: /^\$(request\.(header|querystring)\.\S+|context\.\S+|stageVariables\.\w+)$/,
  WEBSOCKET: /^(route\.request\.(header|querystring)\.\S+|context\.\S+|stageVariables\.\w+)$/,
};
const JWT_SOURCE = /^\$request\.(header|querystring)\.\S+$/;

/** @throws ControlError BadRequestException with everything that is wrong with the authorizer */
export function checkAuthorizer(protocol: ProtocolType, authorizer: AuthorizerState): void {
  const isJwt = authorizer.authorizerType === 'JWT';
  refuseAll([
    ...(protocol === 'HTTP' ? [] : webSocketFaults(authorizer)),
    ...(isJwt ? jwtFaults(authorizer) : functionFaults(protocol, authorizer)),
  ]);
}

function webSocketFaults(authorizer: AuthorizerState): FieldError[] {
  const { authorizerType, authorizerPayloadFormatVersion, enableSimpleResponses, jwtConfiguration } =
    authorizer;
  const faults = unsupported('WEBSOCKET', {
    authorizerPayloadFormatVersion,
    enableSimpleResponses,
    jwtConfiguration,
  });
  if (authorizerType === 'JWT')
    faults.push({
      field: 'authorizerType',
      message: 'JWT authorizers are not currently supported for WEBSOCKET protocol.',
    });
  return faults;
}

function jwtFaults({ identitySource = [], jwtConfiguration = {} }: AuthorizerState): FieldError[] {
  const { issuer = '', audience = [] } = jwtConfiguration;
  const [source = ''] = identitySource;
  const rules: [wrong: boolean, field: string, message: string][] = [
    [
      identitySource.length !== 1 || !JWT_SOURCE.test(source),
      'identitySource',
      'A JWT authorizer has one identity source, e.g. $request.header.Authorization',
    ],
    [
      !isIssuer(issuer),
      'jwtConfiguration.issuer',
      'Invalid issuer. Use an issuer such as https://issuer.example',
    ],
    [audience.length === 0, 'jwtConfiguration.audience', 'A JWT authorizer needs an audience'],
  ];
  return rules.filter(([wrong]) => wrong).map(([, field, message]) => ({ field, message }));
}

function functionFaults(protocol: ProtocolType, authorizer: AuthorizerState): FieldError[] {
  const { authorizerUri = '', identitySource = [], enableSimpleResponses } = authorizer;
  const { authorizerPayloadFormatVersion: version, authorizerResultTtlInSeconds: ttl = 0 } = authorizer;
  const isHttp = protocol === 'HTTP';
  const bad = identitySource.filter((source) => !sources[protocol].test(source));
  const rules: [wrong: boolean, field: string, message: string][] = [
    [
      isHttp && version === undefined,
      'authorizerPayloadFormatVersion',
      'AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer',
    ],
    [!isFunctionUri(authorizerUri), 'authorizerUri', 'Invalid Authorizer URI'],
    [bad.length > 0, 'identitySource', `Invalid identity source: ${bad.join(', ')}`],
    [
      enableSimpleResponses === true && version === '1.0',
      'enableSimpleResponses',
      'EnableSimpleResponses is supported for authorizer payload format version 2.0 only',
    ],
    [
      isHttp && ttl > 0 && identitySource.length === 0,
      'identitySource',
      'At least one identity source is needed to cache what the authorizer says',
    ],
  ];
  return rules.filter(([wrong]) => wrong).map(([, field, message]) => ({ field, message }));
}

/** Which function a stage variable names is known with the call only. */
function isFunctionUri(uri: string): boolean {
  const arn = functionArnInUri(uri);
  return arn !== undefined && (arn.includes('${stageVariables.') || readFunctionArn(arn) !== undefined);
}
