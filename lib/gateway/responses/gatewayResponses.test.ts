import { expect, test } from 'vitest';
import type { ResponseType } from '../GatewayError';
import { gatewayResponseBody, gatewayResponses } from './gatewayResponses';

/** AWS's bytes, one row a type: a change of the catalogue must be a change here too. */
const expected: Record<ResponseType, [status: number, errorType: string, body: string]> = {
  ACCESS_DENIED: [
    403,
    'AccessDeniedException',
    '{"Message":"User is not authorized to access this resource"}',
  ],
  API_CONFIGURATION_ERROR: [500, 'InternalServerErrorException', '{"message": "Internal server error"}'],
  AUTHORIZER_CONFIGURATION_ERROR: [500, 'AuthorizerConfigurationException', '{"message":null}'],
  AUTHORIZER_FAILURE: [500, 'AuthorizerFailureException', '{"message":null}'],
  BAD_REQUEST_BODY: [400, 'BadRequestException', '{"message":"Invalid request body"}'],
  BAD_REQUEST_PARAMETERS: [400, 'BadRequestException', '{"message":"Missing required request parameters"}'],
  DEFAULT_4XX: [400, 'BadRequestException', '{"message":"Bad Request"}'],
  DEFAULT_5XX: [502, 'InternalServerErrorException', '{"message": "Internal server error"}'],
  EXPIRED_TOKEN: [
    403,
    'ExpiredTokenException',
    '{"message":"The security token included in the request is expired"}',
  ],
  FORBIDDEN: [403, 'ForbiddenException', '{"message":"Forbidden"}'],
  INTEGRATION_FAILURE: [
    504,
    'InternalServerErrorException',
    '{"message":"Network error communicating with endpoint"}',
  ],
  INTEGRATION_TIMEOUT: [504, 'InternalServerErrorException', '{"message":"Endpoint request timed out"}'],
  INVALID_API_KEY: [403, 'ForbiddenException', '{"message":"Forbidden"}'],
  INVALID_SIGNATURE: [
    403,
    'InvalidSignatureException',
    '{"message":"The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."}',
  ],
  MISSING_AUTHENTICATION_TOKEN: [
    403,
    'MissingAuthenticationTokenException',
    '{"message":"Missing Authentication Token"}',
  ],
  QUOTA_EXCEEDED: [429, 'LimitExceededException', '{"message":"Limit Exceeded"}'],
  REQUEST_TOO_LARGE: [413, 'RequestTooLargeException', 'HTTP content length exceeded 10485760 bytes.'],
  REQUEST_URI_TOO_LONG: [414, 'RequestUriTooLongException', '{"message":"Request URI too long"}'],
  RESOURCE_NOT_FOUND: [404, 'ResourceNotFoundException', '{"message":"Not Found"}'],
  THROTTLED: [429, 'TooManyRequestsException', '{"message":"Too Many Requests"}'],
  UNAUTHORIZED: [401, 'UnauthorizedException', '{"message":"Unauthorized"}'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'BadRequestException', '{"message":"Unsupported Media Type"}'],
  WAF_FILTERED: [403, 'ForbiddenException', '{"message":"Forbidden"}'],
};

test.each(Object.keys(gatewayResponses) as ResponseType[])('%s answers with AWS bytes', (type) => {
  const { status, errorType } = gatewayResponses[type];
  expect([status, errorType, gatewayResponseBody(type)]).toEqual(expected[type]);
});

test('a message of the call replaces the catalogue text and is quoted as JSON', () => {
  expect(gatewayResponseBody('BAD_REQUEST_PARAMETERS', 'Missing: ["a"]')).toBe(
    '{"message":"Missing: [\\"a\\"]"}',
  );
});
