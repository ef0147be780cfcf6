const answered = (template: string) => ({
  type: 'mock',
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  responses: { default: { statusCode: '200', responseTemplates: { 'application/json': template } } },
});

const ok = {
  description: 'The pet',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
};
const petId = { name: 'petId', in: 'path', required: true, schema: { type: 'string' } };

/** An API that answers by itself: with what it was asked for. */
export const petsDocument = {
  openapi: '3.0.1',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets': {
      get: {
        operationId: 'ListPets',
        parameters: [{ name: 'type', in: 'query', schema: { type: 'string' } }],
        responses: { 200: { description: 'All pets' } },
        'x-amazon-apigateway-integration': answered('[{"id": "1", "type": "$input.params(\'type\')"}]'),
      },
      post: {
        operationId: 'AddPet',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
        responses: { 200: ok },
        'x-amazon-apigateway-integration': answered('{"id": "2"}'),
      },
    },
    '/pets/{petId}': {
      get: {
        operationId: 'GetPet',
        parameters: [petId],
        responses: { 200: ok },
        'x-amazon-apigateway-integration': answered('{"id": "$input.params(\'petId\')"}'),
      },
    },
    '/hidden': {
      get: {
        responses: { 200: { description: 'Nothing that a portal shows' } },
        'x-amazon-apigateway-integration': answered('{"hidden": true}'),
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: 'object',
        required: ['type'],
        properties: { id: { type: 'string' }, type: { type: 'string' }, price: { type: 'number' } },
      },
    },
  },
};
