import { expect, test } from 'vitest';
import type { Authorizer } from './authorizer';
import { diffDefinitions } from './diffDefinitions';
import type { Method } from './method';
import type { RestApiDefinition } from './restApi';

const tokens: Authorizer = {
  id: 'aut001',
  name: 'tokens',
  type: 'TOKEN',
  authorizerUri: 'arn:one',
  identitySource: 'method.request.header.Authorization',
  authorizerResultTtlInSeconds: 300,
  providerARNs: [],
};
const pool: Authorizer = {
  ...tokens,
  id: 'aut002',
  name: 'pool',
  type: 'COGNITO_USER_POOLS',
  providerARNs: ['arn:a', 'arn:b'],
};
const get: Method = {
  httpMethod: 'GET',
  authorizationType: 'CUSTOM',
  authorizerId: 'aut001',
  apiKeyRequired: false,
  requestParameters: {},
  requestModels: {},
  methodResponses: {},
  methodIntegration: {
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    uri: 'arn:two',
    requestParameters: {},
    requestTemplates: {},
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: 29_000,
    integrationResponses: {},
  },
};
const statement = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' };
const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

function api(method: Method = get, change: Partial<RestApiDefinition> = {}): RestApiDefinition {
  const pets = { id: 'aaa', parentId: 'root', pathPart: 'pets', path: '/pets' };
  return {
    name: 'Pets',
    resources: [
      { id: 'root', path: '/', resourceMethods: {} },
      { ...pets, resourceMethods: { GET: method } },
    ],
    models: [],
    requestValidators: [],
    authorizers: [tokens, pool],
    policy,
    ...change,
  };
}

/** The same authorizers under other ids. */
const renumbered = [tokens, pool].map((authorizer) => ({ ...authorizer, id: `${authorizer.id}x` }));
const { authorizerId: _, ...noAuthorizer } = get;
const { policy: __, authorizers: ___, ...bare } = api(noAuthorizer);

test.each<[string, RestApiDefinition, string[]]>([
  ['ids', api({ ...get, authorizerId: 'aut001x' }, { authorizers: renumbered }), []],
  ['how the policy is laid out', api(get, { policy: JSON.stringify(JSON.parse(policy), null, 2) }), []],
  [
    'the authorizer',
    api({
      ...get,
      authorizationType: 'COGNITO_USER_POOLS',
      authorizerId: 'aut002',
      authorizationScopes: ['a.b'],
    }),
    [
      'GET /pets: authorization type changed from CUSTOM to COGNITO_USER_POOLS',
      'GET /pets: authorizer changed from tokens to pool',
      'GET /pets: authorization scope a.b added',
    ],
  ],
  [
    'what is behind it',
    api({ ...get, methodIntegration: { ...integrationOf(get), credentials: 'arn:role' } }),
    ['GET /pets: integration credentials added'],
  ],
  [
    'members of authorizers',
    api(get, {
      authorizers: [
        { ...tokens, authorizerUri: 'arn:other', authorizerResultTtlInSeconds: 0, authType: 'oauth2' },
        { ...pool, identityValidationExpression: 'a+', providerARNs: ['arn:b', 'arn:c'] },
      ],
    }),
    [
      'Authorizer pool: provider arn:a removed',
      'Authorizer pool: provider arn:c added',
      'Authorizer pool: token validation added',
      'Authorizer tokens: function changed from arn:one to arn:other',
      'Authorizer tokens: time to live in seconds changed from 300 to 0',
      'Authorizer tokens: auth type added',
    ],
  ],
  ['a statement', api(get, { policy: policy.replace('Allow', 'Deny') }), ['API: resource policy changed']],
  [
    'the source of keys',
    api(get, { apiKeySource: 'AUTHORIZER' }),
    ['API: API key source changed from HEADER to AUTHORIZER'],
  ],
  [
    'all of it',
    bare,
    [
      'API: resource policy removed',
      'GET /pets: authorizer removed',
      'Authorizer pool removed',
      'Authorizer tokens removed',
    ],
  ],
])('%s', (_name, after, sentences) => {
  expect(diffDefinitions(api(), after).map(({ sentence }) => sentence)).toEqual(sentences);
});

test('what a policy said and says stands behind its sentence, a line a member', () => {
  const [change] = diffDefinitions(api(), api(get, { policy: policy.replace('Allow', 'Deny') }));
  expect(change?.before).toContain('\n      "Effect": "Allow"');
  expect(change?.after).toContain('\n      "Effect": "Deny"');
});

function integrationOf({ methodIntegration }: Method) {
  if (!methodIntegration) throw new Error('The method has no integration');
  return methodIntegration;
}
