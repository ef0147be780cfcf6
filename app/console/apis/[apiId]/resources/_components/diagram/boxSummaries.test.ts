import { expect, test } from 'vitest';
import { invocationUri } from '@/components/console/functionUri';
import { corsPreflight } from '@/lib/model/corsMethod';
import { integration } from '@/lib/model/integration';
import type { Method } from '@/lib/model/method';
import type { MethodAuthorizer } from '../authorization/MethodAuthorizer';
import { boxSummaries } from './boxSummaries';

const account = 'arn:aws:lambda:us-east-1:000000000000';
const preflight = corsPreflight({ allowOrigin: '*', allowHeaders: '', allowMethods: ['GET'] });
const http = integration.parse({
  type: 'HTTP',
  httpMethod: 'POST',
  uri: 'https://pets.example.com/v1/{id}',
  timeoutInMillis: 5000,
  requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
  integrationResponses: {
    '200': { statusCode: '200' },
    '404': { statusCode: '404', selectionPattern: '4\\d\\d' },
  },
});
const get: Method = {
  ...preflight,
  httpMethod: 'GET',
  apiKeyRequired: true,
  requestValidatorId: 'v1',
  requestParameters: { 'method.request.path.id': true, 'method.request.querystring.page': false },
  methodIntegration: http,
};
const validators = [
  { id: 'v1', name: 'parameters', validateRequestParameters: true },
  { id: 'v2', name: 'all', validateRequestParameters: true, validateRequestBody: true },
];

const authorizers: MethodAuthorizer[] = [{ id: 'a1', name: 'staff', type: 'COGNITO_USER_POOLS', scopes: [] }];

test.each([
  [
    'HTTP_PROXY over a VPC link',
    {
      ...get,
      requestModels: { 'application/json': 'Pet' },
      requestValidatorId: 'v2',
      methodIntegration: integration.parse({
        ...http,
        type: 'HTTP_PROXY',
        connectionType: 'VPC_LINK',
        connectionId: 'abc123',
        responseTransferMode: 'STREAM',
        timeoutInMillis: 29_000,
        cacheKeyParameters: ['method.request.querystring.page'],
      }),
    },
    {
      methodRequest:
        'Open to all · API key required · 2 parameters · 1 required · 1 model · parameters and body checked',
      integrationRequest: 'HTTP_PROXY POST · VPC link · streamed · 1 mapping · 1 cache key',
      backend: 'pets.example.com/v1/{id}',
      integrationResponse: 'Passed on as it comes',
      methodResponse: '200 · 3 headers',
    },
  ],
  [
    'HTTP',
    get,
    {
      methodRequest: 'Open to all · API key required · 2 parameters · 1 required · parameters checked',
      integrationRequest: 'HTTP POST · 1 mapping · 5,000 ms at most',
      backend: 'pets.example.com/v1/{id}',
      integrationResponse: '4\\d\\d to 404, else 200',
      methodResponse: '200 · 3 headers',
    },
  ],
  [
    'Lambda proxy, streamed',
    {
      ...preflight,
      methodIntegration: integration.parse({
        type: 'AWS_PROXY',
        httpMethod: 'POST',
        uri: invocationUri(`${account}:function:hello:live`, true),
        responseTransferMode: 'STREAM',
      }),
    },
    {
      methodRequest: 'Open to all',
      integrationRequest: 'Lambda proxy: hello:live · streamed',
      backend: 'hello:live',
      integrationResponse: 'What the function answers',
      methodResponse: '200 · 3 headers',
    },
  ],
  [
    'Lambda',
    {
      ...preflight,
      methodIntegration: integration.parse({
        type: 'AWS',
        httpMethod: 'POST',
        uri: invocationUri(`${account}:function:hello`),
        integrationResponses: {
          '200': { statusCode: '200' },
          '404': { statusCode: '404', selectionPattern: '.*not found.*' },
        },
      }),
    },
    {
      methodRequest: 'Open to all',
      integrationRequest: 'Lambda: hello',
      backend: 'hello',
      integrationResponse: '.*not found.* to 404, else 200',
      methodResponse: '200 · 3 headers',
    },
  ],
  [
    'an AWS service',
    {
      ...preflight,
      methodIntegration: integration.parse({
        type: 'AWS',
        httpMethod: 'POST',
        uri: 'arn:aws:apigateway:us-east-1:dynamodb:action/PutItem',
        integrationResponses: { '200': { statusCode: '200' } },
      }),
    },
    {
      methodRequest: 'Open to all',
      integrationRequest: 'AWS service: dynamodb PutItem',
      backend: 'us-east-1:dynamodb:action/PutItem',
      integrationResponse: 'Always 200',
      methodResponse: '200 · 3 headers',
    },
  ],
  [
    'MOCK behind an authorizer',
    {
      ...preflight,
      authorizationType: 'COGNITO_USER_POOLS' as const,
      authorizerId: 'a1',
      authorizationScopes: ['openid', 'email'],
    },
    {
      methodRequest: 'Authorizer: staff · 2 scopes',
      integrationRequest: 'Mock · 1 template',
      backend: 'Answered here, nothing is called',
      integrationResponse: 'Always 200',
      methodResponse: '200 · 3 headers',
    },
  ],
  [
    'a method that an import left without integration',
    { ...get, authorizationType: 'AWS_IAM' as const, methodIntegration: undefined, methodResponses: {} },
    {
      methodRequest: 'AWS IAM · API key required · 2 parameters · 1 required · parameters checked',
      integrationRequest: 'No integration yet',
      backend: 'None',
      integrationResponse: 'None',
      methodResponse: 'No status declared',
    },
  ],
])('%s', (_, method, summaries) => {
  expect(boxSummaries(method, validators, authorizers)).toEqual(summaries);
});
