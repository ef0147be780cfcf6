import { z } from 'zod';
import { statusCode } from './integration';

/** What an API may answer in its own words; the reference lists them in AWS's order, by name. */
export const gatewayResponseTypes = [
  'ACCESS_DENIED',
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'EXPIRED_TOKEN',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'MISSING_AUTHENTICATION_TOKEN',
  'QUOTA_EXCEEDED',
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNAUTHORIZED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
] as const;
export type GatewayResponseType = (typeof gatewayResponseTypes)[number];

const parameterKey = z
  .string()
  .regex(
    /^gatewayresponse\.header\.[A-Za-z0-9!#$%&'*+.^_`|~-]+$/,
    'Invalid parameter: use gatewayresponse.header.Name',
  );
const mediaType = z.string().regex(/^[^\s/;]+\/[^\s/;]+$/, 'Invalid content type specified');

/** What PutGatewayResponse takes: absent status code and empty templates keep the type's own. */
export const gatewayResponseInput = z.object({
  statusCode: statusCode.regex(/^[2-5]/, 'A gateway response has a status of 200 to 599').optional(),
  /** `gatewayresponse.header.X` -> mapping expression */
  responseParameters: z.record(parameterKey, z.string()).default({}),
  /** media type -> body with names to replace ($context.*, $stageVariables.*, method.request.*) */
  responseTemplates: z
    .record(mediaType, z.string().max(300 * 1024, 'A template is at most 300 KB'))
    .default({}),
});
export type GatewayResponseInput = z.input<typeof gatewayResponseInput>;

export const gatewayResponse = gatewayResponseInput.extend({ responseType: z.enum(gatewayResponseTypes) });
export type GatewayResponse = z.infer<typeof gatewayResponse>;

/** One line of GetGatewayResponses: every type, customised or with what it inherits or is built with. */
export interface GatewayResponseState {
  responseType: GatewayResponseType;
  /** absent: DEFAULT_4XX and DEFAULT_5XX, which keep each type's own */
  statusCode?: string;
  responseParameters: Record<string, string>;
  responseTemplates: Record<string, string>;
  /** true: this type itself is not customised */
  defaultResponse: boolean;
  /** where a type that is not customised has its values from, where that is not the built-in */
  inheritedFrom?: 'DEFAULT_4XX' | 'DEFAULT_5XX';
}
