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
  BAD_REQUEST_BODY: [400, 'BadRequestException', '{"message":"Invalid request body"}'],
  BAD_REQUEST_PARAMETERS: [400, 'BadRequestException', '{"message":"Missing required request parameters"}'],
  DEFAULT_4XX: [400, 'BadRequestException', '{"message":"Bad Request"}'],
  DEFAULT_5XX: [502, 'InternalServerErrorException', '{"message": "Internal server error"}'],
  FORBIDDEN: [403, 'ForbiddenException', '{"message":"Forbidden"}'],
  INTEGRATION_FAILURE: [
    504,
    'InternalServerErrorException',
    '{"message":"Network error communicating with endpoint"}',
  ],
  INTEGRATION_TIMEOUT: [504, 'InternalServerErrorException', '{"message":"Endpoint request timed out"}'],
  INVALID_API_KEY: [403, 'ForbiddenException', '{"message":"Forbidden"}'],
  MISSING_AUTHENTICATION_TOKEN: [
    403,
    'MissingAuthenticationTokenException',
    '{"message":"Missing Authentication Token"}',
  ],
  QUOTA_EXCEEDED: [429, 'LimitExceededException', '{"message":"Limit Exceeded"}'],
  REQUEST_TOO_LARGE: [413, 'RequestTooLargeException', 'HTTP content length exceeded 10485760 bytes.'],
  THROTTLED: [429, 'TooManyRequestsException', '{"message":"Too Many Requests"}'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'BadRequestException', '{"message":"Unsupported Media Type"}'],
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
