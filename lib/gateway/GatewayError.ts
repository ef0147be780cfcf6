/** AWS's gateway response types (reference/rest-execution.md section 2), and two more that no API customises. */
export type ResponseType =
  | 'ACCESS_DENIED'
  | 'API_CONFIGURATION_ERROR'
  | 'AUTHORIZER_CONFIGURATION_ERROR'
  | 'AUTHORIZER_FAILURE'
  | 'BAD_REQUEST_PARAMETERS'
  | 'BAD_REQUEST_BODY'
  | 'DEFAULT_4XX'
  | 'DEFAULT_5XX'
  | 'EXPIRED_TOKEN'
  /** Not one of AWS's types and not customisable: unknown API or stage, so no API's responses apply. */
  | 'FORBIDDEN'
  | 'INTEGRATION_FAILURE'
  | 'INTEGRATION_TIMEOUT'
  | 'INVALID_API_KEY'
  | 'INVALID_SIGNATURE'
  | 'MISSING_AUTHENTICATION_TOKEN'
  | 'QUOTA_EXCEEDED'
  | 'REQUEST_TOO_LARGE'
  /** Nor is this one of AWS's types: a path too long to be authorized. */
  | 'REQUEST_URI_TOO_LONG'
  | 'RESOURCE_NOT_FOUND'
  | 'THROTTLED'
  | 'UNAUTHORIZED'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'WAF_FILTERED';

/** A step's way to end a call; pipeline/serve renders it from the catalogue. `message` goes to the trace only, unless the type's text is built from it (BAD_REQUEST_PARAMETERS). */
export class GatewayError extends Error {
  constructor(
    readonly responseType: ResponseType,
    /** for the trace and execution log; never sent to the caller */
    readonly reason: string,
    /** replaces the catalogue's message, e.g. `Missing required request parameters: [a, b]` */
    readonly publicMessage?: string,
    /** `$context.error.validationErrorString`: what the body's schema found, for gateway responses and access logs */
    readonly validationErrorString?: string,
    /** replaces the catalogue's x-amzn-ErrorType */
    readonly errorType?: string,
  ) {
    super(reason);
    this.name = 'GatewayError';
  }
}
