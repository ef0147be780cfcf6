import type { GatewayResponseState, GatewayResponseType } from '@/lib/model/gatewayResponse';

/** Where an answer is from: customised, inherited, or built-in. */
export function originWords({ defaultResponse, inheritedFrom }: GatewayResponseState): string {
  if (!defaultResponse) return 'Customised';
  return inheritedFrom ? `From ${inheritedFrom}` : 'Built-in';
}

/** When each type is answered (https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html). */
export const whenWords: Record<GatewayResponseType, string> = {
  ACCESS_DENIED: 'An authorizer, IAM or a policy refuses the caller',
  API_CONFIGURATION_ERROR: 'The API is set up wrongly: no fitting integration response, a bad address',
  AUTHORIZER_CONFIGURATION_ERROR: 'The authorizer cannot be called, or its output is no policy',
  AUTHORIZER_FAILURE: 'The authorizer failed',
  BAD_REQUEST_BODY: 'The body does not keep to its model',
  BAD_REQUEST_PARAMETERS: 'A required parameter is missing or blank',
  DEFAULT_4XX: 'Every 4XX type that is not customised itself',
  DEFAULT_5XX: 'Every 5XX type that is not customised itself',
  EXPIRED_TOKEN: 'The AWS session token is over',
  INTEGRATION_FAILURE: 'The backend cannot be reached',
  INTEGRATION_TIMEOUT: 'The backend does not answer in time',
  INVALID_API_KEY: 'The API key is missing, unknown, disabled or in no plan of this stage',
  INVALID_SIGNATURE: 'The AWS signature is wrong',
  MISSING_AUTHENTICATION_TOKEN: 'No method has this path and verb, or a signature is missing',
  QUOTA_EXCEEDED: 'The quota of the usage plan is used up',
  REQUEST_TOO_LARGE: 'The body is over 10 MB',
  RESOURCE_NOT_FOUND: 'The resource vanished after the caller was let in',
  THROTTLED: 'A rate or burst limit of account, stage, method or plan',
  UNAUTHORIZED: 'The authorizer does not know the caller',
  UNSUPPORTED_MEDIA_TYPE: 'No template takes the content type, or the body is packed in an unknown way',
  WAF_FILTERED: 'A firewall rule blocks the call',
};
