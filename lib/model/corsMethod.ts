import type { Method } from './method';

/** Header values of a preflight answer, as they go over the wire (without quotes). */
export interface CorsHeaders {
  allowOrigin: string;
  allowHeaders: string;
  allowMethods: readonly string[];
}

const allowOriginHeader = 'method.response.header.Access-Control-Allow-Origin';

/** The OPTIONS method that AWS's console makes with "Enable CORS" (reference/rest-execution.md section 3). */
export function corsPreflight({ allowOrigin, allowHeaders, allowMethods }: CorsHeaders): Method {
  const values = {
    'method.response.header.Access-Control-Allow-Headers': `'${allowHeaders}'`,
    'method.response.header.Access-Control-Allow-Methods': `'${allowMethods.join(',')}'`,
    [allowOriginHeader]: `'${allowOrigin}'`,
  };
  const declared = Object.fromEntries(Object.keys(values).map((header) => [header, false]));
  return {
    httpMethod: 'OPTIONS',
    authorizationType: 'NONE',
    apiKeyRequired: false,
    requestParameters: {},
    requestModels: {},
    methodResponses: { '200': { statusCode: '200', responseParameters: declared, responseModels: {} } },
    methodIntegration: {
      type: 'MOCK',
      requestParameters: {},
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      passthroughBehavior: 'WHEN_NO_MATCH',
      timeoutInMillis: 29_000,
      integrationResponses: {
        '200': { statusCode: '200', responseParameters: values, responseTemplates: {} },
      },
    },
  };
}

/**
 * Adds the origin's header to a method's 200 response. Proxy integrations stay as they are: their backend sends
 * its own headers. So do methods without an integration or a 200 response.
 */
export function withCorsOrigin(method: Method, allowOrigin: string): Method {
  const { methodIntegration } = method;
  const response = method.methodResponses['200'];
  if (!methodIntegration || !response || methodIntegration.type === 'HTTP_PROXY') return method;
  const answer = methodIntegration.integrationResponses['200'];
  const declared = { ...response.responseParameters, [allowOriginHeader]: false };
  const mapped = answer && {
    ...answer,
    responseParameters: { ...answer.responseParameters, [allowOriginHeader]: `'${allowOrigin}'` },
  };
  return {
    ...method,
    methodResponses: { ...method.methodResponses, '200': { ...response, responseParameters: declared } },
    methodIntegration: {
      ...methodIntegration,
      integrationResponses: {
        ...methodIntegration.integrationResponses,
        ...(mapped && { '200': mapped }),
      },
    },
  };
}
