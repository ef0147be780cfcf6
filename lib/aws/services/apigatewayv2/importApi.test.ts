import {
  ApiGatewayV2Client,
  CreateApiCommand,
  ExportApiCommand,
  GetRoutesCommand,
  ImportApiCommand,
  ReimportApiCommand,
} from '@aws-sdk/client-apigatewayv2';
import { beforeEach, expect, test } from 'vitest';
import { editor } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: ApiGatewayV2Client;
beforeEach(() => {
  client = new ApiGatewayV2Client(kit.client());
});

const document = (path: string) =>
  JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'pets', version: '2' },
    paths: {
      [path]: {
        get: {
          responses: { default: { description: 'Any' } },
          'x-amazon-apigateway-integration': {
            type: 'http_proxy',
            httpMethod: 'GET',
            uri: 'https://example.com',
            payloadFormatVersion: '1.0',
          },
        },
      },
    },
  });

const routeKeys = async (ApiId: string | undefined) =>
  (await client.send(new GetRoutesCommand({ ApiId }))).Items?.map(({ RouteKey }) => RouteKey);

test('an API of a document, laid over, and given back as JSON and as YAML', async () => {
  const made = await client.send(new ImportApiCommand({ Body: document('/pets'), Basepath: 'ignore' }));
  const { ApiId } = made;
  expect(made).toMatchObject({ Name: 'pets', Version: '2', ProtocolType: 'HTTP' });
  expect(await routeKeys(ApiId)).toEqual(['GET /pets']);
  const again = await client.send(new ReimportApiCommand({ ApiId, Body: document('/cats') }));
  expect(again.$metadata.httpStatusCode).toBe(201);
  expect(await routeKeys(ApiId)).toEqual(['GET /cats']);
  const at = { ApiId, Specification: 'OAS30' };
  const json = await client.send(new ExportApiCommand({ ...at, OutputType: 'JSON' }));
  const exported = JSON.parse(Buffer.from(json.body ?? []).toString());
  expect(Object.keys(exported.paths)).toEqual(['/cats']);
  expect(exported.paths['/cats'].get).toHaveProperty('x-amazon-apigateway-integration');
  const bare = new ExportApiCommand({ ...at, OutputType: 'YAML', IncludeExtensions: false });
  const text = Buffer.from((await client.send(bare)).body ?? []).toString();
  expect(text).toContain('/cats:');
  expect(text).not.toContain('x-amazon-apigateway-integration');
});

test.each([
  ['no document', () => new ImportApiCommand({ Body: '{' })],
  ['OpenAPI 2', () => new ImportApiCommand({ Body: '{"swagger":"2.0","info":{"title":"x","version":"1"}}' })],
  ['no such base path', () => new ImportApiCommand({ Body: document('/'), Basepath: 'other' })],
])('not imported: %s', async (_rule, command) => {
  await expect(client.send(command())).rejects.toMatchObject({ name: 'BadRequestException' });
  expect(await kit.control.apis.list(editor)).toEqual([]);
});

test.each([
  ['OAS20', 'JSON'],
  ['OAS30', 'XML'],
])('not exported: as %s in %s', async (Specification, OutputType) => {
  const { ApiId } = await client.send(new CreateApiCommand({ Name: 'pets', ProtocolType: 'HTTP' }));
  const command = new ExportApiCommand({ ApiId, Specification, OutputType });
  await expect(client.send(command)).rejects.toMatchObject({ name: 'BadRequestException' });
});
