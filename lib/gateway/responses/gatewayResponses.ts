import type { ResponseType } from '../GatewayError';

/** What AWS answers for a response type when the API does not customise it. */
export interface GatewayResponse {
  status: number;
  /** value of x-amzn-ErrorType */
  errorType: string;
  /** text of `$context.error.message` */
  message: string;
  /** the body around the message; absent: AWS's default template `{"message":$context.error.messageString}` */
  render?: (message: string) => string;
  /** absent: application/json */
  contentType?: string;
}

/** AWS prints its own 500s with a space after the colon, whatever GetGatewayResponse shows. */
const spaced = (message: string) => `{"message": ${JSON.stringify(message)}}`;
/** At run time AWS writes this one key with a capital, although the template shows a small letter. */
const capital = (message: string) => `{"Message":${JSON.stringify(message)}}`;
/** AWS gives these two no text: `{"message":null}`. */
const none = () => '{"message":null}';

/**
 * The one catalogue of errors a caller can see
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html).
 */
export const gatewayResponses: Record<ResponseType, GatewayResponse> = {
  ACCESS_DENIED: {
    status: 403,
    errorType: 'AccessDeniedException',
    message: 'User is not authorized to access this resource',
    render: capital,
  },
  API_CONFIGURATION_ERROR: {
    status: 500,
    errorType: 'InternalServerErrorException',
    message: 'Internal server error',
    render: spaced,
  },
  AUTHORIZER_CONFIGURATION_ERROR: {
    status: 500,
    errorType: 'AuthorizerConfigurationException',
    message: '',
    render: none,
  },
  AUTHORIZER_FAILURE: { status: 500, errorType: 'AuthorizerFailureException', message: '', render: none },
  BAD_REQUEST_BODY: { status: 400, errorType: 'BadRequestException', message: 'Invalid request body' },
  BAD_REQUEST_PARAMETERS: {
    status: 400,
    errorType: 'BadRequestException',
    message: 'Missing required request parameters',
  },
  DEFAULT_4XX: { status: 400, errorType: 'BadRequestException', message: 'Bad Request' },
  /** Raised for an answer of the backend that is not HTTP; an error nobody foresaw is API_CONFIGURATION_ERROR's 500. */
  DEFAULT_5XX: {
    status: 502,
    errorType: 'InternalServerErrorException',
    message: 'Internal server error',
    render: spaced,
  },
  EXPIRED_TOKEN: {
    status: 403,
    errorType: 'ExpiredTokenException',
    message: 'The security token included in the request is expired',
  },
  FORBIDDEN: { status: 403, errorType: 'ForbiddenException', message: 'Forbidden' },
  INTEGRATION_FAILURE: {
    status: 504,
    errorType: 'InternalServerErrorException',
    message: 'Network error communicating with endpoint',
  },
  INTEGRATION_TIMEOUT: {
    status: 504,
    errorType: 'InternalServerErrorException',
    message: 'Endpoint request timed out',
  },
  INVALID_API_KEY: { status: 403, errorType: 'ForbiddenException', message: 'Forbidden' },
  INVALID_SIGNATURE: {
    status: 403,
    errorType: 'InvalidSignatureException',
    message:
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  },
  MISSING_AUTHENTICATION_TOKEN: {
    status: 403,
    errorType: 'MissingAuthenticationTokenException',
    message: 'Missing Authentication Token',
  },
  QUOTA_EXCEEDED: { status: 429, errorType: 'LimitExceededException', message: 'Limit Exceeded' },
  REQUEST_TOO_LARGE: {
    status: 413,
    errorType: 'RequestTooLargeException',
    message: 'HTTP content length exceeded 10485760 bytes.',
    render: (message) => message,
    contentType: 'text/plain',
  },
  /** Status and text of AWS's quotas page; its x-amzn-ErrorType is nowhere told and named as its neighbours are. */
  REQUEST_URI_TOO_LONG: {
    status: 414,
    errorType: 'RequestUriTooLongException',
    message: 'Request URI too long',
  },
  RESOURCE_NOT_FOUND: { status: 404, errorType: 'ResourceNotFoundException', message: 'Not Found' },
  THROTTLED: { status: 429, errorType: 'TooManyRequestsException', message: 'Too Many Requests' },
  UNAUTHORIZED: { status: 401, errorType: 'UnauthorizedException', message: 'Unauthorized' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    errorType: 'BadRequestException',
    message: 'Unsupported Media Type',
  },
  WAF_FILTERED: { status: 403, errorType: 'ForbiddenException', message: 'Forbidden' },
};

/** The body of a gateway response; `message` replaces the type's own text. */
export function gatewayResponseBody(type: ResponseType, message?: string): string {
  const response = gatewayResponses[type];
  const text = message ?? response.message;
  return response.render?.(text) ?? `{"message":${JSON.stringify(text)}}`;
}
