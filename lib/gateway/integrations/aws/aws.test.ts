import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { afterEach, describe, expect, test } from 'vitest';
import type { IntegrationDocument, ServicesDocument } from '../../snapshot/types';
import { createBackend } from '../../testing/createBackend';
import { createTestGateway, type TestGateway } from '../../testing/createTestGateway';
import {
  deployment,
  integration,
  integrationResponse,
  method,
  snapshot,
  stage,
} from '../../testing/documents';
import { type TestFunction, TestFunctions } from '../../testing/TestFunctions';

/* Reference sections 9 and 10: integrations of type AWS, to functions and to services. */
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:f';
const invocation = (arn: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };

async function start(
  document: Partial<IntegrationDocument>,
  { work, services }: { work?: TestFunction; services?: ServicesDocument } = {},
): Promise<TestGateway & { functions: TestFunctions }> {
  const functions = new TestFunctions(work ? { [FUNCTION]: work } : {});
  const aws = integration({ type: 'AWS', httpMethod: 'POST', requestTemplates: {}, ...document });
  const gateway = await createTestGateway(
    snapshot({
      deployments: [deployment({ '/': [method('POST', aws)], '/{key}': [method('ANY', aws)] })],
      stages: [stage({ variables: { table: 'Pets' } })],
      ...(services && { services }),
    }),
    { functions },
  );
  closing.push(() => gateway.close());
  return { ...gateway, functions };
}

const send = (gateway: TestGateway, body: string, path = '/') => gateway.call(path, { method: 'POST', body });

describe('a function', () => {
  const responses = (patterns: Record<string, string>) => ({
    200: integrationResponse(),
    ...Object.fromEntries(
      Object.entries(patterns).map(([statusCode, selectionPattern]) => [
        statusCode,
        integrationResponse({ statusCode, selectionPattern }),
      ]),
    ),
  });
  const fails =
    (message: string): TestFunction =>
    () => {
      throw new Error(message);
    };

  test('gets the template’s output and its result is mapped', async () => {
    const gateway = await start(
      {
        uri: invocation(FUNCTION),
        requestTemplates: { 'application/json': '{"name":"$input.path(\'$.n\')"}' },
        integrationResponses: {
          200: integrationResponse({
            responseTemplates: { 'application/json': '{"hello":"$input.path(\'$.got\')"}' },
          }),
        },
      },
      { work: ({ name }: { name: string }) => ({ got: name }) },
    );
    expect((await send(gateway, '{"n":"ada"}')).body).toBe('{"hello":"ada"}');
  });

  test.each<[rule: string, work: TestFunction, patterns: Record<string, string>, status: number]>([
    ['a result', () => 'x', { 400: '.*Bad.*' }, 200],
    ['an error with its pattern', fails('Bad name'), { 400: '.*Bad.*' }, 400],
    ['an error without a pattern is 200 with the error', fails('other'), { 400: '.*Bad.*' }, 200],
    ['the whole message must fit', fails('Bad name'), { 400: 'Bad' }, 200],
    ['a dot is no line end', fails('Bad\nname'), { 400: 'Bad.*' }, 200],
    ['Lambda’s status is not compared', () => 'x', { 400: '200' }, 200],
  ])('selection: %s', async (_rule, work, patterns, status) => {
    const gateway = await start(
      { uri: invocation(FUNCTION), integrationResponses: responses(patterns) },
      { work },
    );
    expect((await send(gateway, '{}')).status).toBe(status);
  });

  test('its trace inside errorMessage is mapped', async () => {
    const message = JSON.stringify({ code: 'E1' });
    const gateway = await start(
      {
        uri: invocation(FUNCTION),
        integrationResponses: {
          200: integrationResponse({
            responseTemplates: { 'application/json': "$util.parseJson($input.path('$.errorMessage')).code" },
          }),
        },
      },
      { work: fails(message) },
    );
    expect((await send(gateway, '{}')).body).toBe('E1');
  });

  test("X-Amz-Invocation-Type: 'Event' calls it without waiting", async () => {
    const requestParameters = { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" };
    const gateway = await start({ uri: invocation(FUNCTION), requestParameters }, { work: () => null });
    expect((await send(gateway, '{}')).status).toBe(200);
    expect(gateway.functions.calls[0]?.invocationType).toBe('Event');
  });

  test.each<[rule: string, part: Partial<IntegrationDocument>]>([
    ['no such function', { uri: invocation(`${FUNCTION}x`) }],
    ['a verb other than POST', { uri: invocation(FUNCTION), httpMethod: 'GET' }],
  ])('%s: 500', async (_rule, part) => {
    const gateway = await start(part, { work: () => 'x' });
    expect((await gateway.call('/', { method: 'POST', body: '{}' })).status).toBe(500);
  });
});

/** A table in a real DynamoDB server. */
async function dynamo(): Promise<{ client: DynamoDBClient; services: ServicesDocument }> {
  const server = dynalite({ createTableMs: 0 });
  // No test calls by a connection that is being closed.
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: { ...credentials } });
  closing.push(
    () => client.destroy(),
    () => new Promise((resolve) => server.close(resolve)),
  );
  await client.send(
    new CreateTableCommand({
      TableName: 'Pets',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  return { client, services: { endpoints: { dynamodb: endpoint }, credentials } };
}

describe('DynamoDB', () => {
  const item = '{"TableName":"$stageVariables.table","Item":{"id":{"S":"$input.path(\'$.id\')"}}}';

  test('an item is put through a mapping template', async () => {
    const { client, services } = await dynamo();
    const gateway = await start(
      {
        uri: 'arn:aws:apigateway:us-east-1:dynamodb:action/PutItem',
        requestTemplates: { 'application/json': item },
      },
      { services },
    );
    const answer = await send(gateway, '{"id":"rex"}');
    expect([answer.status, answer.body]).toEqual([200, '{}']);
    const { Item } = await client.send(new GetItemCommand({ TableName: 'Pets', Key: { id: { S: 'rex' } } }));
    expect(Item).toEqual({ id: { S: 'rex' } });
  });

  test('its refusal is selected by its status and mapped', async () => {
    const { services } = await dynamo();
    const gateway = await start(
      {
        uri: 'arn:aws:apigateway:us-east-1:dynamodb:action/GetItem',
        requestTemplates: { 'application/json': '{"TableName":"None","Key":{}}' },
        integrationResponses: {
          200: integrationResponse(),
          404: integrationResponse({
            statusCode: '404',
            selectionPattern: '4\\d\\d',
            responseTemplates: { 'application/json': "$input.path('$.__type')" },
          }),
        },
      },
      { services },
    );
    const answer = await send(gateway, '{}');
    expect(answer.status).toBe(404);
    expect(answer.body).toMatch(/ResourceNotFoundException|ValidationException/);
  });
});

test('S3: an object is put and got by its path', async () => {
  const { default: S3rver } = await import('s3rver');
  const directory = mkdtempSync(join(tmpdir(), 'gatehouse-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'pets', configs: [] }],
  });
  const { port } = await server.run();
  closing.push(
    () => server.close(),
    () => rmSync(directory, { recursive: true }),
  );
  const services = {
    endpoints: { s3: `http://127.0.0.1:${port}` },
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  };
  const gateway = await start(
    {
      uri: 'arn:aws:apigateway:us-east-1:s3:path/pets/{key}',
      httpMethod: 'ANY',
      requestParameters: { 'integration.request.path.key': 'method.request.path.key' },
    },
    { services },
  );
  const put = await gateway.call('/rex%20one', {
    method: 'PUT',
    body: 'woof',
    headers: { 'Content-Type': 'text/plain' },
  });
  expect(put.status).toBe(200);
  expect((await gateway.call('/rex%20one')).body).toBe('woof');
});

/** A server in the shape of SQS: what it is asked, and whether it was signed. */
async function queue() {
  const backend = await createBackend((_request, response) => response.end('<SendMessageResponse/>'));
  closing.push(() => backend.close());
  return backend;
}

test('SQS: action and mapped query, signed for its service and region', async () => {
  const backend = await queue();
  const gateway = await start(
    {
      uri: 'arn:aws:apigateway:eu-west-1:sqs:action/SendMessage',
      requestParameters: {
        'integration.request.querystring.MessageBody': 'method.request.body.text',
        'integration.request.querystring.QueueUrl': "'http://q/1'",
      },
    },
    { services: { endpoints: { sqs: `${backend.url}/` }, credentials } },
  );
  expect((await send(gateway, '{"text":"a b"}')).body).toBe('<SendMessageResponse/>');
  const [asked] = backend.requests;
  expect(asked?.url).toBe('/?Action=SendMessage&MessageBody=a%20b&QueueUrl=http%3A%2F%2Fq%2F1');
  expect(asked?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/eu-west-1\/sqs\/aws4_request, SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{64}$/,
  );
});

test('SQS: by path, with the form as its template makes it', async () => {
  const backend = await queue();
  const gateway = await start(
    {
      uri: 'arn:aws:apigateway:us-east-1:sqs:path/000000000000/pets',
      requestParameters: { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" },
      requestTemplates: {
        'application/json': 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)',
      },
    },
    { services: { endpoints: { sqs: backend.url } } },
  );
  await send(gateway, '{"a":"b c"}');
  const [asked] = backend.requests;
  expect([asked?.url, asked?.body]).toEqual([
    '/000000000000/pets',
    'Action=SendMessage&MessageBody=%7B%22a%22%3A%22b+c%22%7D',
  ]);
  expect(asked?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(asked?.headers).not.toHaveProperty('authorization');
});

test('a service without endpoint and credentials is a configuration error, and nobody is called', async () => {
  const gateway = await start({ uri: 'arn:aws:apigateway:us-east-1:sqs:action/SendMessage' });
  expect((await send(gateway, '{}')).status).toBe(500);
});

test('a URI that is no service’s is refused when it is published', async () => {
  await expect(start({ uri: 'http://x' })).rejects.toThrow('is no URI of an AWS service');
});
