import {
  APIGatewayClient,
  GetModelCommand,
  ImportRestApiCommand,
  PutRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDoor } from '../../testing/testDoor';

// What the real service was recorded to answer to documents.

const kit = testDoor();
let client: APIGatewayClient;
beforeEach(() => {
  client = new APIGatewayClient(kit.client());
});

function document(members: object = {}, integration: object = { type: 'mock' }): Buffer {
  const get = { responses: {}, 'x-amazon-apigateway-integration': integration };
  const info = { title: 'pets', version: '2' };
  return Buffer.from(JSON.stringify({ openapi: '3.0.1', info, paths: { '/pets': { get } }, ...members }));
}
const bring = (body: Uint8Array, members: { failOnWarnings?: boolean } = {}) =>
  client.send(new ImportRestApiCommand({ body, ...members }));

const odd = { type: 'mock', requestParameters: { 'integration.request.header.nothing': true } };
const oddWarning =
  "Invalid format for 'requestParameters'. Expected type string for property 'integration.request.header.nothing' of resource '/pets' and method 'GET' but got 'true'";

describe('warnings', () => {
  test.each<[rule: string, body: Buffer, warnings: string[] | undefined]>([
    ['what is left unread is not told', document({ servers: [{ url: 'https://pets.example' }] }), undefined],
    ['what AWS warns of is', document({ servers: [{ url: '/v1' }] }, odd), [oddWarning]],
  ])('%s', async (_rule, body, warnings) => {
    expect((await bring(body)).warnings).toEqual(warnings);
  });

  test('fail an import that is to fail on them, and only those', async () => {
    await bring(document({ servers: [{ url: '/v1' }] }), { failOnWarnings: true });
    await expect(bring(document({}, odd), { failOnWarnings: true })).rejects.toMatchObject({
      name: 'BadRequestException',
      message: `Warnings found during import Line 1: ${oddWarning}`,
    });
  });
});

test('an import answers without tags, PutRestApi with them', async () => {
  const made = await bring(document());
  expect(made).not.toHaveProperty('tags');
  const put = await client.send(new PutRestApiCommand({ restApiId: made.id, body: document() }));
  expect(put.tags).toEqual({});
});

test('a merge takes name and version of the document, and adds its binary media types', async () => {
  const types = (...all: string[]) => ({ 'x-amazon-apigateway-binary-media-types': all });
  const { id: restApiId } = await bring(document(types('image/heif')));
  const info = { title: 'animals', version: '3' };
  const put = new PutRestApiCommand({ restApiId, body: document({ info, ...types('image/png') }) });
  expect(await client.send(put)).toMatchObject({
    name: 'animals',
    version: '3',
    binaryMediaTypes: ['image/heif', 'image/png'],
  });
});

test.each([
  ['JSON', "{'key:value}"],
  ['YAML', 'test:\n  value:\n    - "value "escaped": $var"'],
])('what is no %s is refused in these words', async (_language, text) => {
  await expect(bring(Buffer.from(text))).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'Invalid OpenAPI input.',
  });
});

test('a model refers to others by the id of its API, and is flattened', async () => {
  const schemas = {
    House: { type: 'object', properties: { owner: { $ref: '#/components/schemas/Person' } } },
    Person: { type: 'object', properties: { name: { type: 'string' } } },
  };
  const { id: restApiId = '' } = await bring(document({ components: { schemas } }));
  const model = async (flatten: boolean) => {
    const { schema = '' } = await client.send(
      new GetModelCommand({ restApiId, modelName: 'House', flatten }),
    );
    return JSON.parse(schema);
  };
  expect(await model(false)).toMatchObject({
    properties: { owner: { $ref: `https://apigateway.amazonaws.com/restapis/${restApiId}/models/Person` } },
  });
  expect(await model(true)).toMatchObject({
    properties: { owner: { $ref: '#/definitions/Person' } },
    definitions: { Person: schemas.Person },
  });
});
