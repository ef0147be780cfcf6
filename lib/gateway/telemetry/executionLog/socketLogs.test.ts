import { expect, test } from 'vitest';
import type { ExecutionLogSetting } from '../../snapshot/apiTypes';
import { manage } from '../../sockets/testing/manage';
import {
  CHAT,
  connected,
  ECHO,
  refused,
  type SocketGateway,
  socketGateway,
  twoWay,
} from '../../sockets/testing/socketGateway';
import { route } from '../../testing/apiDocuments';
import { ADA_KEY, adaWith } from '../../testing/signedCall';

/* websocket-apis.md section 9: execution logs of connects, messages, ends and @connections. */

const GROUP = '/aws/apigateway/api1/prod';
const INFO: ExecutionLogSetting = { level: 'INFO', dataTrace: false };
const DATA: ExecutionLogSetting = { level: 'INFO', dataTrace: true };
const ERROR: ExecutionLogSetting = { level: 'ERROR', dataTrace: false };
const OFF: ExecutionLogSetting = { level: 'OFF', dataTrace: false };
const at = (every: ExecutionLogSetting, own: Record<string, ExecutionLogSetting> = {}) => ({
  executionLog: { logGroupName: GROUP, every, own },
});

const may = () => {
  const Statement = [{ Effect: 'Allow', Action: 'execute-api:ManageConnections', Resource: '*' }];
  const policy = JSON.stringify({ Version: '2012-10-17', Statement });
  return { iamUsers: [adaWith(policy)], accessKeys: [ADA_KEY] };
};

/** What was logged of each event, without ids. */
async function told({ recorder, accessLogs }: SocketGateway, events: number): Promise<string[][]> {
  await recorder.recorded(events);
  const byId = new Map<string, string[]>();
  for (const { message, logGroupName } of accessLogs.events) {
    expect(logGroupName).toBe(GROUP);
    const [, id = '', text = ''] = /^\((\S+)\) (.*)$/.exec(message) ?? [];
    const lines = byId.get(id) ?? [];
    byId.set(id, lines);
    lines.push(text.replaceAll(id, '{id}').replace(/[\w-]{15}=/, '{connection}'));
  }
  return [...byId.values()];
}

const BEGIN = ['Extended Request Id: {id}'];
const START = 'Starting execution for request: {id}';
const ASKED = [
  expect.stringMatching(/^Sending request to arn:/),
  expect.stringMatching(/^Received response\. Status: 200, Integration latency: \d+ ms$/),
];
const END = ['Successfully completed execution', 'Method completed with status: 200'];
const INVOCATION = expect.stringMatching(/^AWS Integration Endpoint RequestId : invocation-\d$/);

test('INFO: connect, message and disconnect, without what they carry', async () => {
  const gateway = await socketGateway(CHAT, { stage: at(INFO) });
  const client = await connected(gateway, { headers: { 'User-Agent': 'chat/1' } });
  client.webSocket.send('{"secret":"words"}');
  await gateway.recorder.recorded(2);
  client.webSocket.close(4001);
  expect(await told(gateway, 3)).toEqual([
    [
      ...BEGIN,
      'Verifying Usage Plan for request: {id}. API Key:  API Stage: api1/prod',
      expect.stringMatching(/^API Key {2}authorized because method 'CONNECT \$connect' does not require/),
      'Usage Plan check succeeded for API Key  and API Stage api1/prod',
      START,
      'WebSocket Request Route: [$connect]',
      'Client [UserAgent: chat/1, SourceIp: 127.0.0.1] is connecting to WebSocket API [api1].',
      ...ASKED,
      ...END,
      INVOCATION,
    ],
    [
      ...BEGIN,
      START,
      'WebSocket Request Route: [$default]',
      'WebSocket API [api1] received message from client [Connection Id: {connection}].',
      ...ASKED,
      ...END,
      INVOCATION,
    ],
    [
      ...BEGIN,
      START,
      'WebSocket Request Route: [$disconnect]',
      'Client [Connection Id: {connection}] disconnected from WebSocket API [api1] with code 4001.',
      ...ASKED,
      ...END,
      INVOCATION,
    ],
  ]);
});

test('data trace: the message, and what the client of a two-way route is told', async () => {
  const gateway = await socketGateway(
    { ...CHAT, routes: [route('$default', twoWay)] },
    {
      work: () => ({ statusCode: 200, body: 'heard' }),
      stage: at(OFF, { $default: DATA }),
    },
  );
  const client = await connected(gateway);
  client.webSocket.send('hello');
  await client.received(1);
  const [lines = []] = await told(gateway, 2);
  expect(lines).toContainEqual(expect.stringMatching(/received message from client .* Message: \[hello\]$/));
  expect(lines).toContainEqual(expect.stringMatching(/^Endpoint request body after transformations: \{/));
  expect(lines).toContain('Method response body after transformations: heard');
});

test('a mock has no lines of an endpoint', async () => {
  const gateway = await socketGateway(ECHO, { stage: at(DATA) });
  const client = await connected(gateway);
  client.webSocket.send('hello');
  await client.received(1);
  const lines = (await told(gateway, 2)).flat();
  expect(lines.filter((line) => /Endpoint|Sending|Received response/.test(line))).toEqual([]);
});

test.each<[rule: string, stage: ReturnType<typeof at>, events: number]>([
  ['OFF', at(OFF), 0],
  ['ERROR, and nothing fails', at(ERROR), 0],
  ['a route’s own OFF under INFO', at(INFO, { $default: OFF }), 1],
  ['a route’s own INFO under OFF', at(OFF, { $default: INFO }), 1],
])('%s', async (_rule, ofStage, events) => {
  const gateway = await socketGateway(CHAT, { stage: ofStage });
  const client = await connected(gateway);
  client.webSocket.send('hello');
  expect(await told(gateway, 2)).toHaveLength(events);
});

test('ERROR: a message without a route counts as the stage’s default says', async () => {
  const gateway = await socketGateway(
    { ...CHAT, routes: [route('join')] },
    { stage: at(ERROR, { join: OFF }) },
  );
  const client = await connected(gateway);
  client.webSocket.send('{}');
  await client.received(1);
  expect(await told(gateway, 2)).toEqual([
    [...BEGIN, expect.stringMatching(/^No route/), 'Gateway response type: FORBIDDEN with status code: 403'],
  ]);
});

test('ERROR: a function that fails a connect', async () => {
  const broken = () => {
    throw new Error('broken');
  };
  const gateway = await socketGateway(CHAT, { work: broken, stage: at(ERROR) });
  await refused(gateway);
  const [lines = []] = await told(gateway, 1);
  expect(lines.slice(-3)).toEqual([
    expect.stringMatching(
      /^Lambda execution failed with status 200 due to customer function error: .*broken/,
    ),
    'Gateway response type: DEFAULT_5XX with status code: 502',
    'Method completed with status: 502',
  ]);
});

test('@connections: what is asked of which connection, and how it ended', async () => {
  const gateway = await socketGateway(
    { ...CHAT, routes: [route('$default')] },
    { ...may(), stage: at(DATA, { $connect: OFF, $default: OFF }) },
  );
  const client = await connected(gateway);
  client.webSocket.send('hello');
  await gateway.recorder.recorded(2);
  const { payload } = gateway.functions.calls[0] ?? { payload: Buffer.from('{}') };
  const id = (JSON.parse(payload.toString()) as { requestContext: { connectionId: string } }).requestContext
    .connectionId;
  await manage(gateway, { id, body: 'news' });
  await manage(gateway, { id, method: 'GET' });
  await manage(gateway, { id, method: 'GET', signed: false });
  const lines = await told(gateway, 3);
  expect(lines.map(([, ...rest]) => rest)).toEqual([
    [
      START,
      'HTTP Method: POST, Resource Path: /@connections/{connection}',
      'Method request body before transformations: news',
      ...END,
    ],
    [START, 'HTTP Method: GET, Resource Path: /@connections/{connection}', ...END],
    [
      expect.any(String),
      'Gateway response type: MISSING_AUTHENTICATION_TOKEN with status code: 403',
      expect.stringMatching(/^Gateway response body: /),
      expect.stringMatching(/^Gateway response headers: /),
    ],
  ]);
});
