import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { WebSocket } from 'ws';
import { type RunningGatehouse, startGatehouse } from '../fixtures/startGatehouse';
import { expect, test } from '../fixtures/test';
import { awsCli, key, missing, textOf, toolEnvironment } from './tools';
import { chatFunction } from './v2/chatFunction';
import { makeFunction, permit } from './v2/makeFunction';
import { startDynamo } from './v2/startDynamo';

const reason = missing('aws', '--version');
test.skip(reason !== null, reason ?? '');

let gatehouse: RunningGatehouse;
let aws: ReturnType<typeof awsCli>;
let dynamo: Awaited<ReturnType<typeof startDynamo>>;
test.beforeAll(async () => {
  dynamo = await startDynamo('connections');
  gatehouse = await startGatehouse({ ...key });
  aws = awsCli(gatehouse);
});
test.afterAll(async () => {
  await gatehouse?.stop();
  await dynamo?.stop();
});

test('the chat application: two clients, and @connections by function and by command line', async () => {
  const apiId = await makeChat('chat');
  const stageUrl = `${gatehouse.gatewayUrl}/_aws/execute-api/${apiId}/production`;
  const [ada, grace] = await Promise.all([join(stageUrl), join(stageUrl)]);
  ada.send(JSON.stringify({ action: 'sendmessage', message: 'hello, everyone!' }));
  expect(await heard(grace)).toBe('hello, everyone!');
  grace.send('{"action":"nothing of that kind"}');
  const { connectionId, sourceIp } = JSON.parse(await heard(grace));
  expect(sourceIp).toMatch(/127\.0\.0\.1|::1/);

  const manage = (operation: string, ...words: string[]) =>
    aws(
      ...['apigatewaymanagementapi', operation, '--connection-id', connectionId, ...words],
      ...['--endpoint-url', stageUrl],
    );
  const data = test.info().outputPath('data.txt');
  writeFileSync(data, 'from the command line');
  // Listened for before it is said: the message is there before the command line has ended.
  const said = heard(grace);
  await manage('post-to-connection', '--data', `fileb://${data}`);
  expect(await said).toBe('from the command line');
  expect(await manage('get-connection')).toMatchObject({
    ConnectedAt: expect.stringMatching(/^\d{4}-/),
    Identity: { SourceIp: sourceIp },
  });
  const closed = once(grace, 'close');
  await manage('delete-connection');
  await closed;
  await expect(manage('post-to-connection', '--data', `fileb://${data}`)).rejects.toThrow(/GoneException/);

  const lonely = async () => {
    ada.send(JSON.stringify({ action: 'sendmessage', message: 'still there?' }));
    ada.send('{}');
    return JSON.parse(await heard(ada)).connectionId;
  };
  expect(await lonely()).not.toBe(connectionId);
  ada.close();
});

test('@connections by boto3', async () => {
  const noBoto3 = missing('python3', '-c', 'import boto3');
  test.skip(noBoto3 !== null, noBoto3 ?? '');
  const stageUrl = `${gatehouse.gatewayUrl}/_aws/execute-api/${await makeChat('chat-by-boto3')}/production`;
  const ada = await join(stageUrl);
  ada.send('{}');
  const { connectionId, sourceIp } = JSON.parse(await heard(ada));
  const said = heard(ada);
  const closed = once(ada, 'close');
  const script = ['e2e/conformance/v2/connections.py', stageUrl, connectionId];
  const env = toolEnvironment(gatehouse);
  const { stdout } = await promisify(execFile)('python3', script, { env, timeout: 60_000 });
  expect(await said).toBe('from boto3');
  await closed;
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { held: string; value: unknown });
  expect(Object.fromEntries(lines.map(({ held, value }) => [held, value]))).toEqual({
    ...{ post: true, source: sourceIp, gone: true },
  });
});

/** @param name of its function @returns the API's id, deployed to `production` */
async function makeChat(name: string): Promise<string> {
  const arn = await makeFunction(aws, name, chatFunction, {
    DYNAMO_URL: dynamo.url,
    GATEWAY_URL: gatehouse.gatewayUrl,
    KEY_ID: key.GATEHOUSE_ACCESS_KEY_ID,
    KEY_SECRET: key.GATEHOUSE_SECRET_ACCESS_KEY,
  });
  const v2 = (...words: string[]) => aws('apigatewayv2', ...words);
  const { ApiId } = await v2(
    ...['create-api', '--name', 'websocket-chat-app-tutorial', '--protocol-type', 'WEBSOCKET'],
    ...['--route-selection-expression', '$request.body.action'],
  );
  const api = ['--api-id', textOf(ApiId)];
  const { IntegrationId } = await v2(
    ...['create-integration', ...api, '--integration-type', 'AWS_PROXY', '--integration-uri'],
    `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`,
  );
  const target = `integrations/${textOf(IntegrationId)}`;
  for (const route of ['$connect', '$disconnect', '$default', 'sendmessage'])
    await v2('create-route', ...api, '--route-key', route, '--target', target);
  await permit(aws, name, textOf(ApiId), '*');
  await v2('create-stage', ...api, '--stage-name', 'production');
  await v2('create-deployment', ...api, '--stage-name', 'production');
  return textOf(ApiId);
}

/** The workers take a moment to hear of a new API: until then a handshake is refused. */
async function join(stageUrl: string): Promise<WebSocket> {
  let joined: WebSocket | undefined;
  await expect
    .poll(async () => {
      const socket = new WebSocket(stageUrl.replace(/^http/, 'ws'));
      const outcome = await Promise.race([
        once(socket, 'open').then(() => 'open'),
        once(socket, 'unexpected-response').then(([, response]) => String(response.statusCode)),
      ]).catch(String);
      joined = socket;
      return outcome;
    })
    .toBe('open');
  if (!joined) throw new Error('nobody joined');
  return joined;
}

async function heard(socket: WebSocket): Promise<string> {
  const [data] = await once(socket, 'message');
  return String(data);
}
