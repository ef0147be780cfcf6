import { z } from 'zod';
import { httpMethods } from '@/lib/model/httpMethod';
import {
  connectionTypes,
  contentHandlings,
  integrationTypes,
  passthroughBehaviors,
  responseTransferModes,
} from '@/lib/model/integration';
import { authorizationTypes, type Method } from '@/lib/model/method';
import { parameterDocumentation } from '@/lib/model/parameterDocumentation';

/*
 * What each box edits, as form and as JSON. These say only which members there are and of which type, so that a
 * form can show any of it; whether a value is right is the operation's to say.
 */
const texts = z.record(z.string(), z.string());
const flags = z.record(z.string(), z.boolean());

export const methodRequestShape = z.strictObject({
  authorizationType: z.enum(authorizationTypes),
  authorizerId: z.string().optional(),
  authorizationScopes: z.array(z.string()).optional(),
  apiKeyRequired: z.boolean(),
  operationName: z.string().optional(),
  requestValidatorId: z.string().optional(),
  requestParameters: flags,
  requestModels: texts,
});
export type MethodRequestValue = z.infer<typeof methodRequestShape>;

export const integrationRequestShape = z.strictObject({
  type: z.enum(integrationTypes),
  httpMethod: z.enum(httpMethods).optional(),
  uri: z.string().optional(),
  credentials: z.string().optional(),
  timeoutInMillis: z.number(),
  connectionType: z.enum(connectionTypes).optional(),
  connectionId: z.string().optional(),
  tlsConfig: z.strictObject({ insecureSkipVerification: z.boolean() }).optional(),
  responseTransferMode: z.enum(responseTransferModes).optional(),
  passthroughBehavior: z.enum(passthroughBehaviors),
  contentHandling: z.enum(contentHandlings).optional(),
  requestParameters: texts,
  cacheKeyParameters: z.array(z.string()).optional(),
  cacheNamespace: z.string().optional(),
  requestTemplates: texts,
});
export type IntegrationRequestValue = z.infer<typeof integrationRequestShape>;

export const integrationResponsesShape = z.record(
  z.string(),
  z.strictObject({
    statusCode: z.string(),
    selectionPattern: z.string().optional(),
    responseParameters: texts,
    responseTemplates: texts,
    contentHandling: z.enum(contentHandlings).optional(),
  }),
);
export type IntegrationResponsesValue = z.infer<typeof integrationResponsesShape>;

export const methodResponsesShape = z.record(
  z.string(),
  z.strictObject({
    statusCode: z.string(),
    responseParameters: flags,
    responseModels: texts,
    description: z.string().optional(),
    parameterDocumentation: z.record(z.string(), parameterDocumentation).optional(),
  }),
);
export type MethodResponsesValue = z.infer<typeof methodResponsesShape>;

export function methodRequestValue(method: Method): MethodRequestValue {
  const { authorizationType, authorizerId, authorizationScopes = [] } = method;
  const { apiKeyRequired, operationName, requestValidatorId } = method;
  const { requestParameters, requestModels } = method;
  return {
    authorizationType,
    ...(authorizerId !== undefined && { authorizerId }),
    ...(authorizationScopes.length > 0 && { authorizationScopes }),
    apiKeyRequired,
    ...(operationName !== undefined && { operationName }),
    ...(requestValidatorId !== undefined && { requestValidatorId }),
    requestParameters,
    requestModels,
  };
}

/** A method without integration begins with an empty HTTP one. */
export function integrationRequestValue({ httpMethod, methodIntegration }: Method): IntegrationRequestValue {
  if (!methodIntegration)
    return {
      type: 'HTTP',
      httpMethod,
      uri: '',
      timeoutInMillis: 29_000,
      passthroughBehavior: 'WHEN_NO_MATCH',
      requestParameters: {},
      requestTemplates: {},
    };
  const { integrationResponses: _responses, ...members } = methodIntegration;
  return members;
}
