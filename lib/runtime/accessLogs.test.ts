import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APIGatewayClient, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateDeploymentCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
  UpdateStageCommand as UpdateStageV2Command,
} from '@aws-sdk/client-apigatewayv2';
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Installation, operator } from './testing/Installation';
import { mockApi } from './testing/mockApi';
import { sharedInstallation } from './testing/sharedInstallation';
import { credentials, region } from './testing/socketApi';
import { until } from './testing/until';

const install = sharedInstallation();
const arnOf = (group: string) => `arn:aws:logs:us-east-1:000000000000:log-group:${group}`;

const clientOptions = ({ awsUrl }: Installation) => ({
  endpoint: awsUrl,
  region,
  credentials,
});

async function backend(): Promise<string> {
  const server = createServer((_request, response) => void response.end('pets'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function httpApi(installation: Installation): Promise<string> {
  const target = await backend();
  await installation.control('settings').update(operator, { egressAllowList: [target] });
  const apis = installation.control('apis');
  const { apiId } = await apis.create(operator, {
    name: 'Pets',
    protocolType: 'HTTP',
    target: `http://${target}/`,
  });
  return apiId;
}

test('REST and HTTP: set by AWS’s clients, called, read by CloudWatch’s; nothing double after a crash', async () => {
  const installation = await install();
  const options = clientOptions(installation);
  const logs = new CloudWatchLogsClient(options);
  const messages = async (logGroupName: string) => {
    const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName }));
    return events.map(({ message }) => message);
  };

  const rest = await mockApi(installation);
  await rest.deploy(1);
  await new APIGatewayClient(options).send(
    new UpdateStageCommand({
      restApiId: rest.restApiId,
      stageName: rest.stageName,
      patchOperations: [
        { op: 'replace', path: '/accessLogSettings/destinationArn', value: arnOf('told/calls') },
        {
          op: 'replace',
          path: '/accessLogSettings/format',
          value: '{"status":$context.status,"path":"$context.resourcePath","id":"$context.requestId"}',
        },
      ],
    }),
  );
  const answer = await fetch(rest.url);
  const requestId = answer.headers.get('x-amzn-requestid');
  await until('the line of REST', async () => (await messages('told/calls')).length > 0);
  const [line] = await messages('told/calls');
  expect(JSON.parse(line ?? '')).toEqual({ status: 200, path: '/version', id: requestId });

  const apiId = await httpApi(installation);
  await new ApiGatewayV2Client(options).send(
    new UpdateStageV2Command({
      ApiId: apiId,
      StageName: '$default',
      AccessLogSettings: {
        DestinationArn: arnOf('told/pets'),
        Format: '$context.routeKey $context.path $context.status $context.responseLength',
      },
    }),
  );
  expect(await messages('told/pets')).toEqual([]);
  await fetch(installation.gatewayUrl(apiId, 'a', ''));
  await until('the line of HTTP', async () => (await messages('told/pets')).length > 0);
  expect(await messages('told/pets')).toEqual(['$default /a 200 4']);

  const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: 'told/' }));
  expect(logGroups.map(({ logGroupName }) => logGroupName)).toEqual(['told/calls', 'told/pets']);
  const { logStreams = [] } = await logs.send(new DescribeLogStreamsCommand({ logGroupName: 'told/calls' }));
  const stream = { logGroupName: 'told/calls', logStreamName: logStreams[0]?.logStreamName };
  const { events = [] } = await logs.send(new GetLogEventsCommand(stream));
  expect(events.map(({ message }) => message)).toEqual([line]);

  await installation.killAll();
  await installation.start();
  await fetch(rest.url);
  await until('the line after the crash', async () => (await messages('told/calls')).length > 1);
  expect(await messages('told/calls')).toHaveLength(2);
  expect(await messages('told/pets')).toHaveLength(1);
});

test('a WebSocket API: each event of a connection, the last ones written as the gateway stops', async () => {
  const installation = await install();
  const options = clientOptions(installation);
  const apiId = await socketApi(new ApiGatewayV2Client(options));
  const webSocket = new WebSocket(installation.gatewayUrl(apiId, 'prod', '').replace('http', 'ws'));
  webSocket.on('error', () => undefined);
  onTestFinished(() => webSocket.terminate());
  await once(webSocket, 'open');
  expect(await installation.stop()).toBe(0);
  await installation.start();
  const { events = [] } = await new CloudWatchLogsClient(options).send(
    new FilterLogEventsCommand({ logGroupName: 'chat' }),
  );
  expect(events.map(({ message }) => message)).toEqual([
    'CONNECT $connect 200',
    'DISCONNECT $disconnect 200',
  ]);
});

test('execution logs of REST: levels set by AWS’s client, lines read by CloudWatch’s in their order', async () => {
  const installation = await install();
  const options = clientOptions(installation);
  const logs = new CloudWatchLogsClient(options);
  const rest = await mockApi(installation);
  await rest.deploy(1);
  const { restApiId, stageName } = rest;
  const set = (path: string, value: string) =>
    new APIGatewayClient(options).send(
      new UpdateStageCommand({ restApiId, stageName, patchOperations: [{ op: 'replace', path, value }] }),
    );
  const { methodSettings } = await set('/*/*/logging/loglevel', 'INFO');
  expect(methodSettings?.['*/*']).toMatchObject({ loggingLevel: 'INFO', dataTraceEnabled: false });
  const logGroupName = `API-Gateway-Execution-Logs_${restApiId}/${stageName}`;
  const { logGroups = [] } = await logs.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: 'API-Gateway-Execution-Logs_' }),
  );
  expect(logGroups.map((group) => group.logGroupName)).toContain(logGroupName);

  const id = (await fetch(rest.url)).headers.get('x-amzn-requestid');
  const lines = async () => {
    const { events = [] } = await logs.send(
      new FilterLogEventsCommand({ logGroupName, filterPattern: `"${id}"` }),
    );
    return events;
  };
  await until('the lines', async () => (await lines()).length > 0);
  const events = await lines();
  expect(events.map(({ message }) => message?.replace(`(${id}) `, ''))).toEqual([
    expect.stringMatching(/^Extended Request Id: /),
    `Verifying Usage Plan for request: ${id}. API Key:  API Stage: ${restApiId}/${stageName}`,
    expect.stringMatching(/^API Key {2}authorized because method 'GET \/version' does not require API Key/),
    `Usage Plan check succeeded for API Key  and API Stage ${restApiId}/${stageName}`,
    `Starting execution for request: ${id}`,
    'HTTP Method: GET, Resource Path: /version',
    'Successfully completed execution',
    'Method completed with status: 200',
  ]);
  const logStreamName = events[0]?.logStreamName ?? '';
  expect(logStreamName).toMatch(/^[0-9a-f]{32}$/);
  const read = await logs.send(new GetLogEventsCommand({ logGroupName, logStreamName, startFromHead: true }));
  expect(read.events?.map(({ message }) => message)).toEqual(events.map(({ message }) => message));
});

/** @returns its id */
async function socketApi(client: ApiGatewayV2Client): Promise<string> {
  const { ApiId = '' } = await client.send(
    new CreateApiCommand({
      Name: 'chat',
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    }),
  );
  const { IntegrationId } = await client.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: 'MOCK',
      RequestTemplates: { $default: '{"statusCode": 200}' },
    }),
  );
  await client.send(
    new CreateRouteCommand({ ApiId, RouteKey: '$default', Target: `integrations/${IntegrationId}` }),
  );
  const { DeploymentId } = await client.send(new CreateDeploymentCommand({ ApiId }));
  const Format = '$context.eventType $context.routeKey $context.status';
  const AccessLogSettings = { DestinationArn: arnOf('chat'), Format };
  await client.send(new CreateStageCommand({ ApiId, StageName: 'prod', DeploymentId, AccessLogSettings }));
  return ApiId;
}
