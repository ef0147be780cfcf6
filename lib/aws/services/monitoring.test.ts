import {
  CloudWatchClient,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
} from '@aws-sdk/client-cloudwatch';
import { beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '@/lib/control/ingest/ingest';
import { editor, mockApi } from '@/lib/control/testControl';
import { usageBatch } from '@/lib/control/usage/testing';
import { latencyBucket } from '@/lib/model/latencyBuckets';
import { decodeCbor, encodeCbor } from '../protocols/cbor';
import { signedCall } from '../testing/signedCall';
import { testDoor } from '../testing/testDoor';

const kit = testDoor();
const MINUTE = 60_000;
const start = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 3_600_000;
const range = { StartTime: new Date(start), EndTime: new Date(start + 10 * MINUTE) };
const Namespace = 'AWS/ApiGateway';
const byName = [{ Name: 'ApiName', Value: 'pets' }];
let client: CloudWatchClient;

beforeEach(async () => {
  client = new CloudWatchClient(kit.client());
  const { id: restApiId } = await mockApi(kit, 'pets');
  await kit.control.deployments.create(editor, restApiId, { stageName: 'prod' });
  const latency: [number, number][] = [[latencyBucket(100), 4]];
  await ingest(
    kit,
    usageBatch(
      { restApiId, minute: start, calls: 4, status4xx: 1, cacheHits: 3, cacheMisses: 1, latency },
      { restApiId, minute: start + 5 * MINUTE, calls: 2, status5xx: 1, resourcePath: '/dogs' },
    ),
  );
});

const statistics = (MetricName: string, Dimensions = byName, Period = 300) =>
  client.send(
    new GetMetricStatisticsCommand({
      ...{ ...range, Namespace, MetricName, Dimensions, Period },
      Statistics: ['Sum', 'SampleCount', 'Average'],
    }),
  );

test.each([
  ['Count', [4, 2], [1, 1]],
  ['4XXError', [1, 0], [0.25, 0]],
  ['5XXError', [0, 1], [0, 0.5]],
  ['CacheHitCount', [3], [0.75]],
  ['CacheMissCount', [1], [0.25]],
])('%s: sums and rates by the period', async (name, sums, averages) => {
  const { Datapoints = [], Label } = await statistics(name);
  expect([Label, Datapoints.map(({ Sum }) => Sum), Datapoints.map(({ Average }) => Average)]).toEqual([
    name,
    sums,
    averages,
  ]);
  expect(Datapoints[0]).toMatchObject({ Unit: 'Count', Timestamp: new Date(start) });
});

test('by stage, resource and method', async () => {
  const of = (Resource: string) =>
    Object.entries({ ApiName: 'pets', Stage: 'prod', Resource, Method: 'GET' }).map(([Name, Value]) => ({
      Name,
      Value,
    }));
  const sums = async (Resource: string) =>
    (await statistics('Count', of(Resource))).Datapoints?.map(({ Sum }) => Sum);
  expect([await sums('/pets'), await sums('/dogs'), await sums('/cats')]).toEqual([[4], [2], []]);
});

test('latency, with percentiles out of the histogram', async () => {
  const MetricStat = (Stat: string) => ({
    Metric: { Namespace, MetricName: 'Latency', Dimensions: byName },
    Period: 300,
    Stat,
  });
  const { MetricDataResults = [] } = await client.send(
    new GetMetricDataCommand({
      ...range,
      MetricDataQueries: [
        { Id: 'a', MetricStat: MetricStat('p99') },
        { Id: 'b', MetricStat: MetricStat('SampleCount') },
      ],
    }),
  );
  expect(MetricDataResults).toMatchObject([
    { Id: 'a', Label: 'Latency', StatusCode: 'Complete', Timestamps: [new Date(start)] },
    { Id: 'b', Values: [4] },
  ]);
  expect(MetricDataResults[0]?.Values?.[0]).toBeCloseTo(100, -2);
});

describe('of HTTP and WebSocket APIs, by their ids', () => {
  const apiOf = async (protocolType: 'HTTP' | 'WEBSOCKET') => {
    const { apiId } = await kit.control.apis.create(editor, {
      ...{ name: 'second', protocolType },
      ...(protocolType === 'WEBSOCKET' && { routeSelectionExpression: '$request.body.action' }),
    });
    const minute = { restApiId: apiId, minute: start, stageName: 'prod' };
    await ingest(
      kit,
      usageBatch(
        {
          ...{ ...minute, calls: 3, status4xx: 1, resourcePath: '$connect', httpMethod: 'CONNECT' },
          ...{ clientErrors: 1, dataProcessed: 3_000 },
        },
        {
          ...{ ...minute, calls: 5, status5xx: 2, resourcePath: 'send', httpMethod: 'MESSAGE' },
          ...{ integrationErrors: 3, executionErrors: 2, dataProcessed: 4_000_000_000 },
        },
        { ...minute, calls: 2, resourcePath: '@connections', httpMethod: 'MESSAGE' },
      ),
    );
    return apiId;
  };
  const sumOf = async (name: string, dimensions: Record<string, string>) => {
    const { Datapoints = [] } = await statistics(
      name,
      Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
    );
    return Datapoints.map(({ Sum }) => Sum);
  };

  test.each<['HTTP' | 'WEBSOCKET', string, Record<string, string>, number[]]>([
    ['HTTP', 'Count', {}, [10]],
    ['HTTP', '4xx', {}, [1]],
    ['HTTP', '5xx', { Stage: 'prod' }, [2]],
    ['HTTP', 'Count', { Stage: 'prod', Resource: 'send', Method: 'MESSAGE' }, [5]],
    ['HTTP', 'Count', { Stage: 'other' }, []],
    ['HTTP', 'DataProcessed', {}, [4_000_003_000]],
    ['HTTP', 'DataProcessed', { Stage: 'prod', Resource: '$connect', Method: 'CONNECT' }, [3_000]],
    ['HTTP', '4XXError', {}, []],
    ['HTTP', 'ClientError', {}, []],
    ['HTTP', 'ConnectCount', {}, []],
    ['WEBSOCKET', 'ConnectCount', {}, [3]],
    ['WEBSOCKET', 'MessageCount', { Stage: 'prod' }, [7]],
    ['WEBSOCKET', 'MessageCount', { Stage: 'prod', Route: 'send' }, [5]],
    ['WEBSOCKET', 'MessageCount', { Stage: 'prod', Resource: 'send', Method: 'MESSAGE' }, []],
    ['WEBSOCKET', 'IntegrationError', {}, [3]],
    ['WEBSOCKET', 'ClientError', { Stage: 'prod' }, [1]],
    ['WEBSOCKET', 'ExecutionError', { Stage: 'prod', Route: 'send' }, [2]],
    ['WEBSOCKET', 'Count', {}, []],
  ])('%s: %s by %j', async (protocolType, name, dimensions, sums) => {
    const ApiId = await apiOf(protocolType);
    expect(await sumOf(name, { ApiId, ...dimensions })).toEqual(sums);
  });

  test('bytes have their unit, and a mean of calls', async () => {
    const { Datapoints } = await statistics('DataProcessed', [
      { Name: 'ApiId', Value: await apiOf('HTTP') },
      { Name: 'Stage', Value: 'prod' },
      { Name: 'Resource', Value: '$connect' },
      { Name: 'Method', Value: 'CONNECT' },
    ]);
    expect(Datapoints).toMatchObject([{ Unit: 'Bytes', Sum: 3_000, SampleCount: 3, Average: 1_000 }]);
  });

  test('an id of nothing has no data, and the id of a REST API none either', async () => {
    const [pets] = await kit.control.restApis.list(editor);
    for (const ApiId of ['none', pets?.id ?? '']) expect(await sumOf('Count', { ApiId })).toEqual([]);
  });

  test('are listed by id, each kind with its own names', async () => {
    const ApiId = await apiOf('WEBSOCKET');
    const { Metrics = [] } = await client.send(
      new ListMetricsCommand({ Namespace, Dimensions: [{ Name: 'ApiId', Value: ApiId }] }),
    );
    expect(Metrics.map(({ MetricName }) => MetricName)).toEqual([
      'ConnectCount',
      'MessageCount',
      'IntegrationError',
      'ClientError',
      'ExecutionError',
      'IntegrationLatency',
    ]);
  });
});

test('what there is to read', async () => {
  const { Metrics = [] } = await client.send(new ListMetricsCommand({ Namespace, MetricName: 'Count' }));
  expect(Metrics.map(({ Dimensions = [] }) => Dimensions.map(({ Value }) => Value))).toEqual([
    ['pets'],
    ['pets', 'prod'],
  ]);
});

test('the same as AWS CLI and boto3 ask it, in CBOR and as a form', async () => {
  const asked = {
    ...range,
    Namespace,
    MetricName: 'Count',
    Dimensions: byName,
    Period: 300,
    Statistics: ['Sum'],
  };
  const path = '/service/GraniteServiceVersion20100801/operation/GetMetricStatistics';
  const unsigned = 'UNSIGNED-PAYLOAD';
  const call = await signedCall('monitoring', kit.key, {
    path,
    headers: { 'content-type': 'application/cbor', 'x-amz-content-sha256': unsigned },
  });
  const sent = new Request(call, { method: 'POST', body: new Uint8Array(encodeCbor(asked)) });
  const answer = await kit.door(sent, '127.0.0.1');
  expect(decodeCbor(Buffer.from(await answer.arrayBuffer()))).toEqual({
    Label: 'Count',
    Datapoints: [
      { Timestamp: new Date(start), Sum: 4, Unit: 'Count' },
      { Timestamp: new Date(start + 5 * MINUTE), Sum: 2, Unit: 'Count' },
    ],
  });
  const form = new URLSearchParams({
    ...{
      Action: 'GetMetricStatistics',
      Version: '2010-08-01',
      Namespace,
      MetricName: 'Count',
      Period: '300',
    },
    ...{ StartTime: range.StartTime.toISOString(), EndTime: range.EndTime.toISOString() },
    ...{
      'Statistics.member.1': 'Sum',
      'Dimensions.member.1.Name': 'ApiName',
      'Dimensions.member.1.Value': 'pets',
    },
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const xml = await kit.door(
    await signedCall('monitoring', kit.key, { headers, body: form.toString() }),
    '127.0.0.1',
  );
  expect(await xml.text()).toContain('<Sum>4</Sum><Unit>Count</Unit>');
});

test('an odd period is refused', async () => {
  await expect(statistics('Count', byName, 7)).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
  });
});
