import { afterEach, describe, expect, test } from 'vitest';
import { apiDeployment, apiIntegration, route } from '../testing/apiDocuments';
import type { BackendRequest } from '../testing/createBackend';
import { type HttpApiUnderTest, startHttpApi } from '../testing/startHttpApi';
import { compileHttpDeployment } from './compileHttpDeployment';

/* reference/http-apis.md section 11: each subtype against a server that keeps what it was asked. */
let api: HttpApiUnderTest | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});
const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };
const SERVICES = ['events', 'sqs', 'appconfig', 'kinesis', 'states'];

async function start(integrationSubtype: string, requestParameters: Record<string, string>, signs = true) {
  const services = { endpoints: {} as Record<string, string>, ...(signs && { credentials }) };
  api = await startHttpApi({
    integration: { integrationType: 'AWS_PROXY', integrationSubtype, requestParameters, integrationUri: '' },
    snapshot: { services },
    answer: (_request, response) =>
      void response.writeHead(200, { 'Content-Type': 'text/xml' }).end('<Done/>'),
  });
  const { backend, gateway } = api;
  for (const service of SERVICES) services.endpoints[service] = backend.url;
  gateway.apply({ ...api.snapshot, revision: 2, services });
  return api;
}
const sent = (request: BackendRequest | undefined): unknown => {
  if (!request) return undefined;
  const { headers, body, url } = request;
  if (headers['content-type']?.startsWith('application/x-amz-json'))
    return { target: headers['x-amz-target'], ...(JSON.parse(body) as object) };
  return body === '' ? url : Object.fromEntries(new URLSearchParams(body));
};
const FORM = { Version: '2012-11-05', QueueUrl: 'http://q/1' };

describe('each subtype', () => {
  test.each<[subtype: string, parameters: Record<string, string>, service: string, request: unknown]>([
    [
      'EventBridge-PutEvents',
      {
        Detail: '$request.body.d',
        DetailType: 'made',
        Source: 'shop',
        Time: '2026-01-01T00:00:00Z',
        Resources: 'a,b',
        EventBusName: 'bus',
        TraceHeader: 't',
      },
      'events',
      {
        target: 'AWSEvents.PutEvents',
        Entries: [
          {
            Detail: '{"a":1}',
            DetailType: 'made',
            Source: 'shop',
            Time: 1_767_225_600,
            Resources: ['a', 'b'],
            EventBusName: 'bus',
            TraceHeader: 't',
          },
        ],
      },
    ],
    [
      'SQS-SendMessage',
      {
        QueueUrl: 'http://q/1',
        MessageBody: '$request.body',
        DelaySeconds: '3',
        MessageGroupId: '$request.header.x-group',
        MessageAttributes: '{"kind":{"DataType":"String","StringValue":"x"}}',
      },
      'sqs',
      {
        ...FORM,
        Action: 'SendMessage',
        MessageBody: '{"d":{"a":1},"t":"text"}',
        DelaySeconds: '3',
        MessageGroupId: 'g&x=1',
        'MessageAttribute.1.Name': 'kind',
        'MessageAttribute.1.Value.DataType': 'String',
        'MessageAttribute.1.Value.StringValue': 'x',
      },
    ],
    [
      'SQS-SendMessage',
      {
        QueueUrl: 'http://q/1',
        MessageBody: 'm',
        MessageDeduplicationId: 'd1',
        MessageSystemAttributes: '{"AWSTraceHeader":{"DataType":"String","StringValue":"Root=1"}}',
      },
      'sqs',
      {
        ...FORM,
        Action: 'SendMessage',
        MessageBody: 'm',
        MessageDeduplicationId: 'd1',
        'MessageSystemAttribute.1.Name': 'AWSTraceHeader',
        'MessageSystemAttribute.1.Value.DataType': 'String',
        'MessageSystemAttribute.1.Value.StringValue': 'Root=1',
      },
    ],
    [
      'SQS-ReceiveMessage',
      {
        QueueUrl: 'http://q/1',
        MessageAttributeNames: '["a","b"]',
        ReceiveRequestAttemptId: 'r1',
        VisibilityTimeout: '30',
        WaitTimeSeconds: '0',
      },
      'sqs',
      {
        ...FORM,
        Action: 'ReceiveMessage',
        'MessageAttributeName.1': 'a',
        'MessageAttributeName.2': 'b',
        ReceiveRequestAttemptId: 'r1',
        VisibilityTimeout: '30',
        WaitTimeSeconds: '0',
      },
    ],
    [
      'SQS-ReceiveMessage',
      { QueueUrl: 'http://q/1', MaxNumberOfMessages: '2', AttributeNames: '["All"]' },
      'sqs',
      { ...FORM, Action: 'ReceiveMessage', MaxNumberOfMessages: '2', 'AttributeName.1': 'All' },
    ],
    [
      'SQS-DeleteMessage',
      { QueueUrl: 'http://q/1', ReceiptHandle: '$request.querystring.h' },
      'sqs',
      { ...FORM, Action: 'DeleteMessage', ReceiptHandle: 'a b' },
    ],
    ['SQS-PurgeQueue', { QueueUrl: 'http://q/1' }, 'sqs', { ...FORM, Action: 'PurgeQueue' }],
    [
      'AppConfig-GetConfiguration',
      {
        Application: 'a/b',
        Environment: 'e',
        Configuration: 'c',
        ClientId: 'x y',
        ClientConfigurationVersion: '2',
      },
      'appconfig',
      '/applications/a%2Fb/environments/e/configurations/c?client_id=x%20y&client_configuration_version=2',
    ],
    [
      'Kinesis-PutRecord',
      { StreamName: 's', Data: '$request.body.t', PartitionKey: '$context.requestId' },
      'kinesis',
      {
        target: 'Kinesis_20131202.PutRecord',
        StreamName: 's',
        Data: 'dGV4dA==',
        PartitionKey: expect.stringMatching(/=$/),
      },
    ],
    [
      'Kinesis-PutRecord',
      {
        StreamName: 's',
        Data: 'd',
        PartitionKey: 'p',
        SequenceNumberForOrdering: '49',
        ExplicitHashKey: '7',
      },
      'kinesis',
      {
        target: 'Kinesis_20131202.PutRecord',
        StreamName: 's',
        Data: 'ZA==',
        PartitionKey: 'p',
        SequenceNumberForOrdering: '49',
        ExplicitHashKey: '7',
      },
    ],
    [
      'StepFunctions-StartExecution',
      { StateMachineArn: 'arn:m', Input: '$request.body.d', Name: 'n' },
      'states',
      { target: 'AWSStepFunctions.StartExecution', stateMachineArn: 'arn:m', input: '{"a":1}', name: 'n' },
    ],
    [
      'StepFunctions-StartSyncExecution',
      { StateMachineArn: 'arn:m', TraceHeader: 't', Name: 'n', Input: '{}' },
      'states',
      {
        target: 'AWSStepFunctions.StartSyncExecution',
        stateMachineArn: 'arn:m',
        traceHeader: 't',
        name: 'n',
        input: '{}',
      },
    ],
    [
      'StepFunctions-StopExecution',
      { ExecutionArn: 'arn:e', Cause: 'c', Error: 'e' },
      'states',
      { target: 'AWSStepFunctions.StopExecution', executionArn: 'arn:e', cause: 'c', error: 'e' },
    ],
  ])('%s', async (subtype, parameters, service, request) => {
    const { get, asked } = await start(subtype, { ...parameters, Region: 'eu-west-1' });
    const answer = await get('/?h=a%20b', {
      method: 'POST',
      body: '{"d":{"a":1},"t":"text"}',
      headers: { 'x-group': 'g&x=1' },
    });
    expect([answer.status, answer.body, answer.headers['content-type']]).toEqual([
      200,
      '<Done/>',
      'text/xml',
    ]);
    expect(sent(asked())).toEqual(request);
    expect(asked()?.headers.authorization).toContain(`/eu-west-1/${service}/aws4_request`);
    // Nothing of the caller's own headers goes to the service.
    expect(asked()?.headers).not.toHaveProperty('x-group');
  });
});

const QUEUE = { QueueUrl: 'http://q/1', MessageBody: '$request.body.m' };

test('a required value that the call does not have: 400, and nobody is asked', async () => {
  const { get, backend } = await start('SQS-SendMessage', QUEUE);
  const { status, body } = await get('/', { method: 'POST', body: '{}' });
  expect([status, body, backend.requests.length]).toEqual([400, '{"message":"Bad Request"}', 0]);
});

test.each([
  'evil.test/',
  'us-east-1.evil.test#',
  'x@y',
  '',
  'A',
])('B12: a region %j is no host', async (region) => {
  const { get, backend } = await start('SQS-SendMessage', { ...QUEUE, Region: '$request.querystring.r' });
  const path = `/?r=${encodeURIComponent(region)}`;
  const { status } = await get(path, { method: 'POST', body: '{"m":"x"}' });
  expect([status, backend.requests.length]).toEqual([400, 0]);
});

test('no endpoint and no credentials: 500', async () => {
  const under = await start('SQS-SendMessage', QUEUE, false);
  under.gateway.apply({ ...under.snapshot, revision: 3, services: { endpoints: {} } });
  expect((await under.get('/', { method: 'POST', body: '{"m":"x"}' })).status).toBe(500);
});

test.each([
  ['a subtype that there is not', { integrationSubtype: 'S3-PutObject' }],
  ['a parameter is missing', { integrationSubtype: 'SQS-PurgeQueue' }],
  [
    'a parameter nobody knows',
    { integrationSubtype: 'SQS-PurgeQueue', requestParameters: { QueueUrl: 'q', X: 'y' } },
  ],
  [
    'payload 2.0',
    {
      integrationSubtype: 'SQS-PurgeQueue',
      requestParameters: { QueueUrl: 'q' },
      payloadFormatVersion: '2.0' as const,
    },
  ],
])('refused when it is deployed: %s', (_rule, part) => {
  const integrations = [apiIntegration({ integrationType: 'AWS_PROXY', ...part })];
  expect(() =>
    compileHttpDeployment(apiDeployment({ routes: [route('$default')], integrations }), ''),
  ).toThrow(/^integrations\[0\]/);
});
