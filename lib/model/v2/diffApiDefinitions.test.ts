import { expect, test } from 'vitest';
import type { ApiDefinition } from './definition';
import { diffApiDefinitions } from './diffApiDefinitions';

const definition: ApiDefinition = {
  protocolType: 'HTTP',
  name: 'Pets',
  routeSelectionExpression: '$request.method $request.path',
  routes: [
    {
      routeId: 'r1',
      routeKey: 'GET /pets',
      target: 'integrations/i1',
      apiKeyRequired: false,
      authorizationType: 'NONE',
      routeResponses: [],
    },
  ],
  integrations: [
    {
      integrationId: 'i1',
      integrationType: 'HTTP_PROXY',
      integrationUri: 'https://a',
      integrationResponses: [],
    },
  ],
  authorizers: [{ authorizerId: 'a1', name: 'jwt', authorizerType: 'JWT' }],
  models: [],
};
const sentences = (after: Partial<ApiDefinition>) =>
  diffApiDefinitions(definition, { ...definition, ...after }).map(({ sentence }) => sentence);
const [pets] = definition.routes;
const [to] = definition.integrations;
if (!pets || !to) throw new Error('no route');

test.each<[string, Partial<ApiDefinition>, string[]]>([
  ['itself', {}, []],
  ['another name, which is live', { name: 'Dogs' }, []],
  [
    'the same made anew',
    {
      routes: [{ ...pets, routeId: 'r2', target: 'integrations/i2' }],
      integrations: [{ ...to, integrationId: 'i2' }],
    },
    [],
  ],
  ['a route more', { routes: [pets, { ...pets, routeKey: 'GET /dogs' }] }, ['GET /dogs added']],
  ['a route less: its integration is left', { routes: [] }, ['GET /pets removed', 'Integration i1 added']],
  [
    'another backend',
    { integrations: [{ ...to, integrationUri: 'https://b' }] },
    ['GET /pets: integration.integrationUri changed from https://a to https://b'],
  ],
  [
    'an authorizer with a scope',
    {
      routes: [{ ...pets, authorizationType: 'JWT', authorizerId: 'a1', authorizationScopes: ['read'] }],
    },
    [
      'GET /pets: authorizationType changed from NONE to JWT',
      'GET /pets: authorizer added',
      'GET /pets: scope.read added',
    ],
  ],
  [
    'an answer to clients',
    { routes: [{ ...pets, routeResponses: [{ routeResponseId: 'x', routeResponseKey: '$default' }] }] },
    ['GET /pets: routeResponse.$default added'],
  ],
  ['no authorizer', { authorizers: [] }, ['Authorizer jwt removed']],
  ['a model', { models: [{ modelId: 'm1', name: 'Pet', schema: '{}' }] }, ['Model Pet added']],
  [
    'another expression',
    { routeSelectionExpression: '$request.body.action' },
    ['API: routeSelectionExpression changed from $request.method $request.path to $request.body.action'],
  ],
])('%s', (_, after, expected) => {
  expect(sentences(after)).toEqual(expected);
});
