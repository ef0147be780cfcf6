import { expect, test } from 'vitest';
import { diffDefinitions } from './diffDefinitions';
import type { Integration } from './integration';
import type { Method } from './method';
import type { ParameterDocumentation } from './parameterDocumentation';
import type { RestApiDefinition } from './restApi';

const get: Method = {
  httpMethod: 'GET',
  authorizationType: 'NONE',
  apiKeyRequired: false,
  requestValidatorId: 'val001',
  requestParameters: { 'method.request.querystring.q': false },
  requestModels: {},
  methodResponses: {
    '200': { statusCode: '200', responseParameters: {}, responseModels: { 'application/json': 'Empty' } },
  },
  methodIntegration: {
    type: 'HTTP',
    httpMethod: 'GET',
    uri: 'http://one.example/pets',
    requestParameters: {},
    requestTemplates: { 'application/json': '{\n"a": 1}' },
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: 29_000,
    integrationResponses: {
      '200': { statusCode: '200', responseParameters: {}, responseTemplates: {} },
    },
  },
};

function api(method: Method = get, change: Partial<RestApiDefinition> = {}): RestApiDefinition {
  return {
    name: 'Pets',
    resources: [
      { id: 'root', path: '/', resourceMethods: {} },
      { id: 'aaa', parentId: 'root', pathPart: 'pets', path: '/pets', resourceMethods: { GET: method } },
    ],
    models: [{ name: 'Empty', contentType: 'application/json', schema: '{}' }],
    requestValidators: [{ id: 'val001', name: 'params', validateRequestParameters: true }],
    ...change,
  };
}

const integration = integrationOf(get);
const ok = { statusCode: '200', responseParameters: {}, responseModels: { 'application/json': 'Empty' } };

test.each<[string, RestApiDefinition, string[]]>([
  ['nothing', api(), []],
  ['the name', api(get, { name: 'Dogs' }), ['API: name changed from Pets to Dogs']],
  ['a description that is new', api(get, { description: 'All' }), ['API: description added']],
  [
    'the integration URI',
    api({ ...get, methodIntegration: { ...integration, uri: 'http://two.example/pets' } }),
    ['GET /pets: integration URI changed from http://one.example/pets to http://two.example/pets'],
  ],
  [
    'a template, too long for a sentence',
    api({ ...get, methodIntegration: { ...integration, requestTemplates: { 'application/json': '{}' } } }),
    ['GET /pets: request template for application/json changed'],
  ],
  ['the integration gone', api({ ...get, methodIntegration: undefined }), ['GET /pets: integration removed']],
  [
    'the key requirement and a parameter',
    api({ ...get, apiKeyRequired: true, requestParameters: { 'method.request.querystring.q': true } }),
    [
      'GET /pets: API key required changed from false to true',
      'GET /pets: request parameter querystring q changed from false to true',
    ],
  ],
  [
    'a response and a header',
    api({
      ...get,
      methodResponses: {
        '200': { ...ok, responseParameters: { 'method.response.header.X-A': true } },
        '404': { ...ok, statusCode: '404' },
      },
    }),
    ['GET /pets: header X-A of method response 200 added', 'GET /pets: method response 404 added'],
  ],
  [
    'prose of a response',
    api({ ...get, methodResponses: { '200': { ...ok, description: 'All pets' } } }),
    ['GET /pets: description of method response 200 added'],
  ],
  [
    'documentation of a parameter and of a header',
    api({
      ...get,
      parameterDocumentation: { 'method.request.querystring.q': { description: 'A word' } },
      methodResponses: {
        '200': {
          ...ok,
          parameterDocumentation: { 'method.response.header.X-A': { schema: { type: 'integer' } } },
        },
      },
    }),
    [
      'GET /pets: documentation of headers of method response 200 added',
      'GET /pets: documentation of request parameters added',
    ],
  ],
  [
    'a selection pattern',
    api({
      ...get,
      methodIntegration: {
        ...integration,
        integrationResponses: {
          '200': {
            statusCode: '200',
            selectionPattern: '2..',
            responseParameters: {},
            responseTemplates: {},
          },
        },
      },
    }),
    ['GET /pets: selection pattern of integration response 200 added'],
  ],
  [
    'the validator, by its name',
    api({ ...get, requestValidatorId: undefined }),
    ['GET /pets: request validator removed'],
  ],
  [
    'models and validators',
    api(get, {
      models: [{ name: 'Pet', contentType: 'application/json', schema: '{}' }],
      requestValidators: [{ id: 'val001', name: 'params', validateRequestParameters: false }],
    }),
    [
      'Model Empty removed',
      'Model Pet added',
      'Request validator params: validateRequestParameters changed from true to false',
    ],
  ],
  [
    'what the API is beside its methods',
    api(get, {
      binaryMediaTypes: ['image/png', 'a/b'],
      minimumCompressionSize: 0,
      apiKeySource: 'AUTHORIZER',
    }),
    [
      'API: binary media type image/png added',
      'API: binary media type a/b added',
      'API: minimum compression size in bytes added',
      'API: API key source changed from HEADER to AUTHORIZER',
    ],
  ],
  [
    'the layout of a model, not what it says',
    api(get, { models: [{ name: 'Empty', contentType: 'application/json', schema: ' { }\n' }] }),
    [],
  ],
  [
    'a model that says more',
    api(get, {
      models: [
        { name: 'Empty', contentType: 'a/b', description: 'New', schema: '{"description":"New","a":1}' },
      ],
    }),
    [
      'Model Empty: contentType changed from application/json to a/b',
      'Model Empty: schema changed',
      'Model Empty: description added',
    ],
  ],
  [
    'what goes without saying',
    api(
      {
        ...get,
        methodIntegration: {
          ...integration,
          connectionType: 'INTERNET',
          responseTransferMode: 'BUFFERED',
          cacheKeyParameters: [],
          tlsConfig: { insecureSkipVerification: false },
        },
      },
      {
        binaryMediaTypes: [],
        apiKeySource: 'HEADER',
        gatewayResponses: [],
        requestValidators: [
          { id: 'val001', name: 'params', validateRequestParameters: true, validateRequestBody: false },
        ],
      },
    ),
    [],
  ],
  [
    'a validator that looks at bodies',
    api(get, {
      requestValidators: [
        { id: 'val001', name: 'params', validateRequestParameters: true, validateRequestBody: true },
      ],
    }),
    ['Request validator params: validateRequestBody changed from false to true'],
  ],
  [
    'a gateway response',
    api(get, {
      gatewayResponses: [{ responseType: 'THROTTLED', responseParameters: {}, responseTemplates: {} }],
    }),
    ['Gateway response THROTTLED added'],
  ],
  [
    'how a backend is reached, read and remembered',
    api({
      ...get,
      methodIntegration: {
        ...integration,
        type: 'HTTP_PROXY',
        contentHandling: 'CONVERT_TO_TEXT',
        cacheNamespace: 'pets',
        cacheKeyParameters: ['method.request.querystring.q'],
        tlsConfig: { insecureSkipVerification: true },
        connectionType: 'VPC_LINK',
        connectionId: 'link01',
        responseTransferMode: 'STREAM',
        integrationResponses: {
          '200': {
            statusCode: '200',
            responseParameters: {},
            responseTemplates: {},
            contentHandling: 'CONVERT_TO_BINARY',
          },
        },
      },
    }),
    [
      'GET /pets: integration type changed from HTTP to HTTP_PROXY',
      'GET /pets: content handling of integration response 200 added',
      'GET /pets: integration without certificate checks changed from false to true',
      'GET /pets: integration connection type changed from INTERNET to VPC_LINK',
      'GET /pets: integration response transfer mode changed from BUFFERED to STREAM',
      'GET /pets: cache key parameter method.request.querystring.q added',
      'GET /pets: integration content handling added',
      'GET /pets: integration cache namespace added',
      'GET /pets: integration VPC link added',
    ],
  ],
  [
    'a resource without methods',
    api(get, { resources: [...api().resources, { id: 'b', path: '/new', resourceMethods: {} }] }),
    ['Resource /new added'],
  ],
  [
    'a renamed resource',
    api(get, { resources: [{ id: 'aaa', path: '/dogs', resourceMethods: { GET: get } }] }),
    ['GET /dogs added', 'GET /pets removed'],
  ],
])('the difference is %s', (_name, after, sentences) => {
  expect(diffDefinitions(api(), after).map((change) => change.sentence)).toEqual(sentences);
});

test.each<[string, ParameterDocumentation, string]>([
  [
    'its words',
    { description: 'Two words' },
    'description of request parameter querystring q changed from A word to Two words',
  ],
  [
    'its type',
    { description: 'A word', schema: { type: 'integer' } },
    'type of request parameter querystring q added',
  ],
])('one sentence for a parameter whose documentation changes in %s', (_name, documentation, sentence) => {
  const documented = (one: ParameterDocumentation) =>
    api({ ...get, parameterDocumentation: { 'method.request.querystring.q': one } });
  const changes = diffDefinitions(documented({ description: 'A word' }), documented(documentation));
  expect(changes.map((change) => change.sentence)).toEqual([`GET /pets: ${sentence}`]);
});

test.each<[key: string, before: ParameterDocumentation, after: ParameterDocumentation, sentence: string]>([
  [
    'method.request.body',
    { description: 'A pet' },
    { description: 'The pet' },
    'description of request body changed from A pet to The pet',
  ],
  [
    'method.request.querystring.q',
    { schema: { type: 'integer' } },
    { schema: { type: 'number' } },
    'type of request parameter querystring q changed from integer to number',
  ],
])('a change inside the documentation of %s names its member', (key, before, after, sentence) => {
  const changes = diffDefinitions(
    api({ ...get, parameterDocumentation: { [key]: before } }),
    api({ ...get, parameterDocumentation: { [key]: after } }),
  );
  expect(changes.map((change) => change.sentence)).toEqual([`GET /pets: ${sentence}`]);
});

test('a gateway response says what of it changes', () => {
  const answers = (statusCode: string | undefined, headers: Record<string, string>, template: string) =>
    api(get, {
      gatewayResponses: [
        {
          responseType: 'DEFAULT_4XX',
          statusCode,
          responseParameters: headers,
          responseTemplates: { 'application/json': template },
        },
      ],
    });
  const before = answers('418', { 'gatewayresponse.header.X': "'a'" }, 'one');
  const after = answers('420', { 'gatewayresponse.header.X': "'b'" }, 'two');
  const said = (from: RestApiDefinition, to: RestApiDefinition) =>
    diffDefinitions(from, to).map(({ sentence }) => sentence);
  const subject = 'Gateway response DEFAULT_4XX';
  expect(said(before, after)).toEqual([
    `${subject}: status code changed from 418 to 420`,
    `${subject}: header X changed from 'a' to 'b'`,
    `${subject}: template for application/json changed from one to two`,
  ]);
  expect(said(before, answers(undefined, {}, 'one'))).toEqual([
    `${subject}: status code removed`,
    `${subject}: header X removed`,
  ]);
  expect(said(before, api())).toEqual([`${subject} removed`]);
});

test('new ids for the same tree are no difference', () => {
  const method = { ...get, requestValidatorId: 'other1' };
  const renumbered = api(method, {
    resources: [
      { id: 'x', path: '/', resourceMethods: {} },
      { id: 'y', parentId: 'x', pathPart: 'pets', path: '/pets', resourceMethods: { GET: method } },
    ],
    requestValidators: [{ id: 'other1', name: 'params', validateRequestParameters: true }],
  });
  expect(diffDefinitions(api(), renumbered)).toEqual([]);
});

test('a change carries path and both values', () => {
  const after = api({ ...get, methodIntegration: { ...integration, timeoutInMillis: 500 } });
  expect(diffDefinitions(api(), after)).toEqual([
    {
      kind: 'changed',
      subject: 'GET /pets',
      sentence: 'GET /pets: integration timeout in ms changed from 29000 to 500',
      path: 'methodIntegration.timeoutInMillis',
      before: 29_000,
      after: 500,
    },
  ]);
});

function integrationOf({ methodIntegration }: Method): Integration {
  if (!methodIntegration) throw new Error('the method has no integration');
  return methodIntegration;
}
