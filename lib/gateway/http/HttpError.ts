import { GatewayError, type ResponseType } from '../GatewayError';

/** A GatewayError that says its own status or headers, where an HTTP API's type alone does not. */
export class HttpError extends GatewayError {
  constructor(
    responseType: ResponseType,
    reason: string,
    readonly status: HttpStatus = httpStatuses[responseType],
    readonly headers: readonly (readonly [name: string, value: string])[] = [],
  ) {
    super(responseType, reason);
    this.name = 'HttpError';
  }
}

/** Bodies of an HTTP API's errors, to the byte (reference/http-apis.md section 3). */
export const httpMessages = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  414: 'Request URI Too Long',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
} as const;

export type HttpStatus = keyof typeof httpMessages;

/** What an error of the engine is to a caller of an HTTP API, which has no gateway responses. */
export const httpStatuses: Record<ResponseType, HttpStatus> = {
  ACCESS_DENIED: 403,
  API_CONFIGURATION_ERROR: 500,
  AUTHORIZER_CONFIGURATION_ERROR: 500,
  AUTHORIZER_FAILURE: 500,
  BAD_REQUEST_BODY: 400,
  BAD_REQUEST_PARAMETERS: 400,
  DEFAULT_4XX: 400,
  DEFAULT_5XX: 502,
  EXPIRED_TOKEN: 403,
  FORBIDDEN: 403,
  INTEGRATION_FAILURE: 503,
  INTEGRATION_TIMEOUT: 504,
  INVALID_API_KEY: 403,
  INVALID_SIGNATURE: 403,
  MISSING_AUTHENTICATION_TOKEN: 403,
  QUOTA_EXCEEDED: 429,
  REQUEST_TOO_LARGE: 413,
  REQUEST_URI_TOO_LONG: 414,
  RESOURCE_NOT_FOUND: 404,
  THROTTLED: 429,
  UNAUTHORIZED: 401,
  UNSUPPORTED_MEDIA_TYPE: 400,
  WAF_FILTERED: 403,
};
