import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { expect, onTestFinished, test } from 'vitest';
import type { ApiIntegrationDocument } from '../snapshot/apiTypes';
import { apiIntegration, createBackend, route } from '../testing';
import { connected, refused, socketGateway, twoWay } from './testing/socketGateway';

/* Reference section 1: integrations of type AWS, to services: signed, with templates and responses of WebSockets. */

const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };
const answering = (responses: Record<string, string>) => ({
  integrationResponses: Object.entries(responses).map(([integrationResponseKey, template]) => ({
    integrationResponseKey,
    responseTemplates: { $default: template },
  })),
});

/** DynamoDB's protocol on this machine, with a table `Rooms`. */
async function dynamo() {
  const server = dynalite({ createTableMs: 0 });
  // No test calls by a connection that is being closed.
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: { ...credentials } });
  onTestFinished(async () => {
    client.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  await client.send(
    new CreateTableCommand({
      TableName: 'Rooms',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  return { client, services: { endpoints: { dynamodb: endpoint }, credentials } };
}

const action = (service: string, name: string, part: Partial<ApiIntegrationDocument>) =>
  apiIntegration({
    integrationId: name,
    integrationType: 'AWS',
    integrationMethod: 'POST',
    integrationUri: `arn:aws:apigateway:us-east-1:${service}:action/${name}`,
    ...part,
  });

const PUT = action('dynamodb', 'PutItem', {
  requestTemplates: {
    $default:
      '{"TableName":"$stageVariables.table","Item":{"id":{"S":"$context.connectionId"},"room":{"S":"$input.params(\'room\')"}}}',
  },
});
const GET = action('dynamodb', 'GetItem', {
  requestTemplates: {
    $default: '{"TableName":"$stageVariables.table","Key":{"id":{"S":"$context.connectionId"}}}',
  },
  ...answering({
    '/2\\d\\d/': "in $input.path('$.Item.room.S')",
    $default: "refused: $input.path('$.__type')",
  }),
});

test('DynamoDB: $connect puts an item, a message reads it and is told what there is', async () => {
  const { client, services } = await dynamo();
  const gateway = await socketGateway(
    {
      routes: [
        route('$connect', { target: 'integrations/PutItem' }),
        route('$default', { ...twoWay, target: 'integrations/GetItem' }),
      ],
      integrations: [PUT, GET],
    },
    { services, stage: { stageVariables: { table: 'Rooms' } } },
  );
  const socket = await connected(gateway, { path: '/prod?room=blue' });
  socket.webSocket.send('{}');
  expect(await socket.received(1)).toEqual(['in blue']);
  const { Items } = await client.send(new ScanCommand({ TableName: 'Rooms' }));
  expect(Items).toEqual([{ id: { S: expect.stringMatching(/^[\w-]{15}=$/) }, room: { S: 'blue' } }]);
});

test('a service’s refusal: $connect shuts out, a message’s answer is selected by its status', async () => {
  const { services } = await dynamo();
  const stage = { stageVariables: { table: 'Nothing' } };
  const shut = await socketGateway(
    { routes: [route('$connect', { target: 'integrations/PutItem' })], integrations: [PUT] },
    { services, stage },
  );
  expect((await refused(shut)).status).toBe(400);
  const gateway = await socketGateway(
    { routes: [route('$default', { ...twoWay, target: 'integrations/GetItem' })], integrations: [GET] },
    { services, stage },
  );
  const socket = await connected(gateway);
  socket.webSocket.send('{}');
  expect((await socket.received(1))[0]).toMatch(/^refused: .*ResourceNotFoundException$/);
});

/** SQS's query protocol: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
test('SQS: a message goes to a queue by its path, as a form, signed', async () => {
  const queue = await createBackend((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/xml' }).end('<MessageId>7</MessageId>');
  });
  onTestFinished(() => queue.close());
  const send = apiIntegration({
    integrationType: 'AWS',
    integrationMethod: 'POST',
    integrationUri: 'arn:aws:apigateway:us-east-1:sqs:path/000000000000/orders',
    requestParameters: {
      'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'",
    },
    requestTemplates: { $default: 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)' },
    ...answering({ $default: 'taken: $input.body' }),
  });
  const gateway = await socketGateway(
    { routes: [route('$default', twoWay)], integrations: [send] },
    { services: { endpoints: { sqs: queue.url }, credentials } },
  );
  const socket = await connected(gateway);
  socket.webSocket.send('{"order": 1}');
  expect(await socket.received(1)).toEqual(['taken: <MessageId>7</MessageId>']);
  const [request] = queue.requests;
  expect(request).toMatchObject({ method: 'POST', url: '/000000000000/orders' });
  expect(request?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/\d+\/us-east-1\/sqs\//,
  );
  expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
    Action: 'SendMessage',
    MessageBody: '{"order": 1}',
  });
});
