const invocations =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:pets/invocations';

/** An HTTP API with one of everything, for tests. */
export const petsDocument = {
  openapi: '3.0.1',
  info: { title: 'Pets', version: '1.0', description: 'All pets' },
  tags: [{ name: 'team', 'x-amazon-apigateway-tag-value': 'shop' }, { name: 'pets' }],
  components: {
    securitySchemes: {
      jwt: {
        type: 'oauth2',
        'x-amazon-apigateway-authorizer': {
          type: 'jwt',
          identitySource: '$request.header.Authorization',
          jwtConfiguration: { issuer: 'https://issuer.example', audience: ['pets'] },
        },
      },
      check: {
        type: 'apiKey',
        name: 'X-Key',
        in: 'header',
        'x-amazon-apigateway-authorizer': {
          type: 'request',
          identitySource: '$request.header.X-Key, $context.routeKey',
          authorizerUri: invocations,
          authorizerPayloadFormatVersion: '2.0',
          authorizerResultTtlInSeconds: 60,
          enableSimpleResponses: true,
        },
      },
      iam: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'awsSigv4',
      },
    },
    'x-amazon-apigateway-integrations': {
      shop: {
        type: 'http_proxy',
        httpMethod: 'ANY',
        uri: 'https://shop.example/{proxy}',
        payloadFormatVersion: '1.0',
      },
    },
  },
  paths: {
    '/pets/{id}': {
      get: {
        operationId: 'getPet',
        security: [{ jwt: ['pets:read'] }],
        responses: { default: { description: 'x' } },
        'x-amazon-apigateway-integration': {
          type: 'AWS_PROXY',
          httpMethod: 'POST',
          uri: invocations,
          payloadFormatVersion: '2.0',
          timeoutInMillis: 1000,
          requestParameters: { 'overwrite:path': '$request.path.id' },
          responseParameters: { '200': { 'append:header.x-a': 'b' } },
        },
      },
      delete: {
        security: [{ check: [] }],
        'x-amazon-apigateway-integration': { $ref: '#/components/x-amazon-apigateway-integrations/shop' },
      },
    },
    '/{proxy+}': {
      'x-amazon-apigateway-any-method': {
        security: [{ iam: [] }],
        'x-amazon-apigateway-integration': { $ref: '#/components/x-amazon-apigateway-integrations/shop' },
      },
    },
    '/$default': {
      'x-amazon-apigateway-any-method': {
        isDefaultRoute: true,
        'x-amazon-apigateway-integration': {
          type: 'http_proxy',
          httpMethod: 'ANY',
          uri: 'https://rest.example',
          payloadFormatVersion: '1.0',
          tlsConfig: { serverNameToVerify: 'rest.example' },
        },
      },
    },
  },
  'x-amazon-apigateway-cors': { allowOrigins: ['https://shop.example'], maxAge: 60 },
};
