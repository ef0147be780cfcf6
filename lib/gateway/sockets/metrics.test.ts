import { expect, test } from 'vitest';
import type { ApiDeploymentDocument } from '../snapshot/apiTypes';
import { route } from '../testing';
import { ADA_KEY, adaWith } from '../testing/signedCall';
import { manage } from './testing/manage';
import { CHAT, connected, ECHO, eventsOf, refused, socketGateway, twoWay } from './testing/socketGateway';

/* websocket-apis.md section 9: what CloudWatch's metrics are counted from; lib/runtime/dataPlane/UsageRow counts them. */

const latency = expect.any(Number);
const broken = () => {
  throw new Error('broken');
};

test.each<[rule: string, deployment: Partial<ApiDeploymentDocument>, work: () => unknown, record: object]>([
  [
    'an answer, IntegrationLatency',
    { ...CHAT, routes: [route('$default', twoWay)] },
    () => ({ statusCode: 200 }),
    { status: 200, backendStatus: 200, responseType: undefined, integrationLatency: latency },
  ],
  [
    'IntegrationError: an answer that nobody is told',
    { ...CHAT, routes: [route('$default')] },
    () => ({ statusCode: 500 }),
    { status: 200, backendStatus: 500, responseType: undefined, integrationLatency: latency },
  ],
  [
    'ExecutionError: a function that fails',
    { ...CHAT, routes: [route('$default')] },
    broken,
    { status: 502, responseType: 'DEFAULT_5XX', integrationLatency: latency },
  ],
  [
    'ClientError: no route, and nothing is called',
    { ...CHAT, routes: [route('join')] },
    broken,
    { status: 403, responseType: 'FORBIDDEN', backendStatus: undefined, integrationLatency: undefined },
  ],
  [
    'a mock has no IntegrationLatency',
    ECHO,
    broken,
    { status: 200, backendStatus: undefined, integrationLatency: undefined },
  ],
])('MessageCount and %s', async (_rule, deployment, work, record) => {
  const gateway = await socketGateway(deployment, { work });
  const client = await connected(gateway);
  client.webSocket.send('{}');
  const [connect, message] = await gateway.recorder.recorded(2);
  expect(connect).toMatchObject({ httpMethod: 'CONNECT', restApiId: 'api1', stageName: 'prod' });
  expect(message).toMatchObject({ httpMethod: 'MESSAGE', restApiId: 'api1', stageName: 'prod', ...record });
});

test.each<[rule: string, routes: ApiDeploymentDocument['routes'], record: object]>([
  [
    'IntegrationError: what $connect answers',
    [route('$connect')],
    { status: 403, backendStatus: 403, responseType: undefined },
  ],
  [
    'ClientError: a parameter that is missing',
    [route('$connect', { requestParameters: { 'route.request.header.room': { required: true } } })],
    { status: 400, backendStatus: undefined, responseType: 'BAD_REQUEST_PARAMETERS' },
  ],
])('ConnectCount and %s', async (_rule, routes, record) => {
  const gateway = await socketGateway({ ...CHAT, routes }, { work: () => ({ statusCode: 403 }) });
  await refused(gateway);
  expect(await gateway.recorder.recorded(1)).toMatchObject([{ httpMethod: 'CONNECT', ...record }]);
});

test('MessageCount counts what @connections sends, without IntegrationLatency', async () => {
  const Statement = [{ Effect: 'Allow', Action: 'execute-api:ManageConnections', Resource: '*' }];
  const policy = JSON.stringify({ Version: '2012-10-17', Statement });
  const gateway = await socketGateway(CHAT, { iamUsers: [adaWith(policy)], accessKeys: [ADA_KEY] });
  const client = await connected(gateway);
  const [event] = eventsOf(gateway) as unknown as { requestContext: { connectionId: string } }[];
  await manage(gateway, { id: event?.requestContext.connectionId ?? '', body: 'hello' });
  await client.received(1);
  const [, sent] = await gateway.recorder.recorded(2);
  expect(sent).toMatchObject({ httpMethod: 'MESSAGE', resourcePath: '@connections', status: 200 });
  expect(sent?.integrationLatency).toBeUndefined();
});
