import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateDeploymentCommand,
  CreateStageCommand,
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

test.each<[stage: string, basePath: string]>([
  ['dev', 'dev'],
  ['$default', ''],
])('what the stage %s serves, by its address', async (StageName, basePath) => {
  const { ApiId } = await client.send(new ImportApiCommand({ Body: document('/pets/{id}') }));
  await client.send(new CreateStageCommand({ ApiId, StageName }));
  await client.send(new CreateDeploymentCommand({ ApiId, StageName }));
  await client.send(new ReimportApiCommand({ ApiId, Body: document('/later') }));
  const at = { ApiId, StageName, Specification: 'OAS30', OutputType: 'JSON', ExportVersion: '1.0' };
  const { body } = await client.send(new ExportApiCommand(at));
  const exported = JSON.parse(Buffer.from(body ?? []).toString());
  expect(Object.keys(exported.paths)).toEqual(['/pets/{id}']);
  expect(exported.servers).toEqual([
    {
      url: expect.stringMatching(new RegExp(`^http://${ApiId}\\.execute-api\\.[^/]+/\\{basePath\\}$`)),
      variables: { basePath: { default: basePath } },
    },
  ]);
  expect(exported['x-amazon-apigateway-importexport-version']).toBe('1.0');
});

test('an API without a version has its time', async () => {
  const { ApiId } = await client.send(new CreateApiCommand({ Name: 'pets', ProtocolType: 'HTTP' }));
  const at = { ApiId, Specification: 'OAS30', OutputType: 'JSON' };
  const { body } = await client.send(new ExportApiCommand(at));
  const { info } = JSON.parse(Buffer.from(body ?? []).toString());
  expect(info).toEqual({
    title: 'pets',
    version: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dUTC$/),
  });
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
