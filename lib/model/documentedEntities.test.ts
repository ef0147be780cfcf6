import { expect, test } from 'vitest';
import { documentationAddress } from './documentationAddress';
import { documentedEntities } from './documentedEntities';
import type { Method } from './method';

const method: Method = {
  httpMethod: 'GET',
  authorizationType: 'NONE',
  apiKeyRequired: false,
  summary: 'Reads',
  tags: ['pets'],
  requestParameters: { 'method.request.querystring.q': false, 'method.request.header.X-A.b': true },
  requestModels: { 'application/json': 'Pet' },
  parameterDocumentation: {
    'method.request.querystring.q': { description: 'what' },
    'method.request.body': { description: 'the pet' },
  },
  methodResponses: {
    '200': {
      statusCode: '200',
      description: 'fine',
      responseParameters: { 'method.response.header.X-Rate': true },
      responseModels: { 'application/json': 'Pet' },
      parameterDocumentation: { 'method.response.header.X-Rate': { description: 'left' } },
    },
  },
};

test('all that an API has, with what it says of itself', () => {
  const entities = documentedEntities({
    description: 'All pets',
    resources: [{ id: 'a', path: '/pets/{id}', resourceMethods: { GET: method } }],
    models: [
      {
        name: 'Pet',
        contentType: 'application/json',
        description: 'model',
        schema: '{"description":"schema"}',
      },
      { name: 'Bare', contentType: 'application/json', description: 'model', schema: 'no JSON' },
    ],
  });
  const place = 'GET /pets/{id}';
  expect(entities.map(({ location, said }) => [documentationAddress(location), said])).toEqual([
    ['API', { description: 'All pets' }],
    ['Resource /pets/{id}', {}],
    [place, { summary: 'Reads', tags: ['pets'] }],
    [`Path parameter id of ${place}`, {}],
    [`Query parameter q of ${place}`, { description: 'what' }],
    [`Request header X-A.b of ${place}`, {}],
    [`Request body of ${place}`, { description: 'the pet' }],
    [`Response 200 of ${place}`, { description: 'fine' }],
    [`Response header X-Rate 200 of ${place}`, { description: 'left' }],
    [`Response body 200 of ${place}`, {}],
    ['Model Pet', { description: 'schema' }],
    ['Model Bare', { description: 'model' }],
  ]);
});
