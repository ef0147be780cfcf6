import { expect, test } from 'vitest';
import { corsPreflight } from '@/lib/model/corsMethod';
import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';
import { modelUses } from './modelUses';

const preflight = corsPreflight({ allowOrigin: '*', allowHeaders: '', allowMethods: ['GET'] });
const post: Method = {
  ...preflight,
  httpMethod: 'POST',
  requestModels: { 'application/json': 'Pet' },
  methodResponses: {
    '200': { statusCode: '200', responseParameters: {}, responseModels: { 'application/json': 'Pet' } },
    '400': { statusCode: '400', responseParameters: {}, responseModels: { 'application/json': 'Error' } },
  },
};
const pets: Resource = { id: 'r1', path: '/pets', resourceMethods: { POST: post } };
const at = { resourceId: 'r1', httpMethod: 'POST', path: '/pets', contentType: 'application/json' };
const refersTo = (name: string) =>
  JSON.stringify({ items: { $ref: `https://apigateway.amazonaws.com/restapis/abc123/models/${name}` } });

test('a model knows the methods and the models that name it', () => {
  const models = [
    { name: 'Pet', schema: '{}' },
    { name: 'Pets', schema: refersTo('Pet') },
  ];
  expect(Object.fromEntries(modelUses([pets], models))).toEqual({
    Pet: [
      { kind: 'request', ...at },
      { kind: 'response', ...at, statusCode: '200' },
      { kind: 'model', name: 'Pets' },
    ],
    Error: [{ kind: 'response', ...at, statusCode: '400' }],
  });
});

test.each([
  ['that refers to itself', { name: 'Node', schema: refersTo('Node') }, []],
  [
    'that writes its slashes escaped',
    { name: 'Pets', schema: refersTo('Pet').replaceAll('/', '\\/') },
    ['Pet'],
  ],
  ['that names another twice', { name: 'Pets', schema: `[${refersTo('Pet')},${refersTo('Pet')}]` }, ['Pet']],
])('a model %s', (_, model, named) => {
  const uses = modelUses([], [model]);
  expect([...uses.keys()]).toEqual(named);
  for (const name of named) expect(uses.get(name)).toHaveLength(1);
});
