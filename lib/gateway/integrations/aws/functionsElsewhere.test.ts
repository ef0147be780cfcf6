import { afterEach, expect, test } from 'vitest';
import type { DeploymentDocument, IntegrationDocument, ServicesDocument } from '../../snapshot/types';
import type { TestBackend } from '../../testing/createBackend';
import { createLambdaServer, eventMessage } from '../../testing/createLambdaServer';
import { createTestGateway } from '../../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot } from '../../testing/documents';
import { type TestFunction, TestFunctions } from '../../testing/TestFunctions';
import { payloadChunks } from './eventStream';

/* Issue 4: functions behind a Lambda Invoke endpoint elsewhere, signed. */
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const HERE = 'arn:aws:lambda:us-east-1:000000000000:function:hello';
const FAR = 'arn:aws:lambda:eu-west-1:123456789012:function:hello:live';
const uriOf = (arn: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };
const answering =
  (body: string): TestFunction =>
  () => ({ statusCode: 200, body });

async function server(functions: Record<string, TestFunction>, secret?: string): Promise<TestBackend> {
  const lambda = await createLambdaServer(functions, secret);
  closing.push(() => lambda.close());
  return lambda;
}

async function start(options: {
  arn?: string;
  here?: Record<string, TestFunction>;
  /** calls of functions here that their policies do not let in */
  refuses?: () => boolean;
  services?: ServicesDocument;
  part?: Partial<IntegrationDocument>;
  definition?: Partial<DeploymentDocument>;
}) {
  const { arn = HERE, here = {}, refuses, services, part, definition } = options;
  const functions = new TestFunctions(here, refuses);
  const document = integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri: uriOf(arn), ...part });
  const guarded = definition
    ? { authorizationType: 'CUSTOM', authorizerId: definition.authorizers?.[0]?.id ?? '' }
    : {};
  const gateway = await createTestGateway(
    snapshot({
      deployments: [deployment({ '/': [method('POST', document, guarded)] }, definition)],
      ...(services && { services }),
    }),
    { functions },
  );
  closing.push(() => gateway.close());
  const send = (headers: Record<string, string> = {}) =>
    gateway.call('/', { method: 'POST', body: '{"a":1}', headers });
  return { ...gateway, functions, send };
}

test('AWS_PROXY: a function that is not here is asked for at the endpoint, signed', async () => {
  const lambda = await server({ [HERE]: answering('far') }, 'secret');
  const { send, functions } = await start({ services: { endpoints: { lambda: lambda.url }, credentials } });
  expect(await send()).toMatchObject({ status: 200, body: 'far' });
  expect(functions.calls).toHaveLength(1);
  const [asked] = lambda.requests;
  expect(asked?.url).toBe(`/2015-03-31/functions/${encodeURIComponent(HERE)}/invocations`);
  expect(JSON.parse(asked?.body ?? '')).toMatchObject({ httpMethod: 'POST', body: '{"a":1}' });
});

test('one that is here is asked nowhere else', async () => {
  const lambda = await server({ [HERE]: answering('far') });
  const { send } = await start({
    here: { [HERE]: answering('near') },
    services: { endpoints: { lambda: lambda.url } },
  });
  expect((await send()).body).toBe('near');
  expect(lambda.requests).toEqual([]);
});

test('one that is here and does not let the API in is asked nowhere else', async () => {
  const lambda = await server({ [HERE]: answering('far') });
  const { send } = await start({
    here: { [HERE]: answering('near') },
    refuses: () => true,
    services: { endpoints: { lambda: lambda.url } },
  });
  expect((await send()).status).toBe(500);
  expect(lambda.requests).toEqual([]);
});

test('a function of another account is asked there at once, by its version, for its region', async () => {
  const lambda = await server({ [FAR]: answering('far') }, 'secret');
  const { send, functions } = await start({
    arn: FAR,
    services: { endpoints: { lambda: lambda.url }, credentials },
  });
  expect((await send()).body).toBe('far');
  expect(functions.calls).toEqual([]);
});

test('an emulator without credentials is asked unsigned', async () => {
  const lambda = await server({ [HERE]: answering('far') });
  const { send } = await start({ services: { endpoints: { lambda: `${lambda.url}/` } } });
  expect((await send()).body).toBe('far');
  expect(lambda.requests[0]?.headers).not.toHaveProperty('authorization');
});

test.each<[string, TestFunction | undefined, number]>([
  ['threw: 502', () => Promise.reject(new Error('no')), 502],
  ['answers what is none: 502', () => 'text', 502],
  ['is nowhere: 500', undefined, 500],
])('a function elsewhere that %s', async (_what, work, status) => {
  const lambda = await server(work ? { [HERE]: work } : {});
  const { send } = await start({ services: { endpoints: { lambda: lambda.url } } });
  expect((await send()).status).toBe(status);
  expect(lambda.requests).toHaveLength(1);
});

test('a signature that the endpoint does not take is a configuration error', async () => {
  const lambda = await server({ [HERE]: answering('far') }, 'another secret');
  const { send } = await start({ services: { endpoints: { lambda: lambda.url }, credentials } });
  expect((await send()).status).toBe(500);
});

test('nothing is called elsewhere while neither endpoint nor credentials are set', async () => {
  const { send, functions } = await start({ services: { endpoints: { sqs: 'http://127.0.0.1:1' } } });
  expect((await send()).status).toBe(500);
  expect(functions.calls).toHaveLength(1);
});

test('the egress guard holds for the endpoint: 500, and nobody is called', async () => {
  const { send } = await start({
    services: { endpoints: { lambda: 'http://169.254.169.254' }, credentials },
  });
  expect((await send()).status).toBe(500);
});

test('an endpoint that does not answer: 504', async () => {
  const lambda = await createLambdaServer({});
  await lambda.close();
  const { send } = await start({ services: { endpoints: { lambda: lambda.url } } });
  expect((await send()).status).toBe(504);
});

test('AWS: asynchronously, and its result mapped', async () => {
  const events: unknown[] = [];
  const lambda = await server(
    {
      [HERE]: (event: unknown, { invocationType }) => {
        events.push([invocationType, event]);
        return { got: event };
      },
    },
    'secret',
  );
  const services = { endpoints: { lambda: lambda.url }, credentials };
  const part: Partial<IntegrationDocument> = {
    type: 'AWS',
    requestTemplates: { 'application/json': '{"n":$input.path("$.a")}' },
    integrationResponses: { 200: integrationResponse() },
  };
  const waited = await start({ services, part });
  expect(JSON.parse((await waited.send()).body)).toEqual({ got: { n: 1 } });
  const requestParameters = { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" };
  const left = await start({ services, part: { ...part, requestParameters } });
  expect(await left.send()).toMatchObject({ status: 200, body: '' });
  expect(events).toEqual([
    ['RequestResponse', { n: 1 }],
    ['Event', { n: 1 }],
  ]);
});

test('a Lambda authorizer is asked elsewhere too', async () => {
  const authorizerUri = uriOf(FAR);
  const policyDocument = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }],
  };
  const lambda = await server(
    {
      [FAR]: ({ authorizationToken }: { authorizationToken: string }) => ({
        principalId: authorizationToken,
        policyDocument,
      }),
    },
    'secret',
  );
  const authorizer = {
    id: 'auth1',
    name: 'far',
    type: 'TOKEN' as const,
    authorizerUri,
    identitySource: 'method.request.header.Authorization',
    authorizerResultTtlInSeconds: 0,
    providerARNs: [],
  };
  const { send } = await start({
    here: {
      [HERE]: (event: { requestContext: { authorizer: { principalId: string } } }) => ({
        statusCode: 200,
        body: event.requestContext.authorizer.principalId,
      }),
    },
    services: { endpoints: { lambda: lambda.url }, credentials },
    definition: { authorizers: [authorizer] },
  });
  expect(await send({ Authorization: 'ada' })).toMatchObject({ status: 200, body: 'ada' });
  await lambda.close();
  expect((await send({ Authorization: 'ada' })).status).toBe(500);
});

test('a streamed answer is taken out of the event stream’s frames', async () => {
  const head = Buffer.concat([Buffer.from('{"statusCode":201}'), Buffer.alloc(8)]);
  const lambda = await server({ [HERE]: () => Buffer.concat([head, Buffer.from('a long story')]) }, 'secret');
  const { send } = await start({
    services: { endpoints: { lambda: lambda.url }, credentials },
    part: {
      uri: `arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/${HERE}/response-streaming-invocations`,
      responseTransferMode: 'STREAM',
    },
  });
  expect(await send()).toMatchObject({ status: 201, body: 'a long story' });
});

/** As AWS's own library writes them, with a header that is a number among the texts. */
const RECORDED = [
  'AAAAdgAAAGEpBZvIDTptZXNzYWdlLXR5cGUHAAVldmVudAs6ZXZlbnQtdHlwZQcADFBheWxvYWRDaHVuaw06Y29udGVudC10eXBlBwAYYXBwbGljYXRpb24vb2N0ZXQtc3RyZWFtAW4EAAAAB2hlbGxvlzwSow==',
  'AAAAdQAAAGOAq4A0DTptZXNzYWdlLXR5cGUHAAVldmVudAs6ZXZlbnQtdHlwZQcADkludm9rZUNvbXBsZXRlDTpjb250ZW50LXR5cGUHABhhcHBsaWNhdGlvbi9vY3RldC1zdHJlYW0BbgQAAAAHe31EXAZ1',
].map((text) => Buffer.from(text, 'base64'));

async function decoded(bytes: Buffer, pieces: number): Promise<string> {
  async function* source() {
    for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces);
  }
  let text = '';
  for await (const chunk of payloadChunks(source())) text += chunk;
  return text;
}

test.each([1, 7, 1_000])('an event stream that comes in pieces of %i bytes', async (pieces) => {
  expect(await decoded(Buffer.concat(RECORDED), pieces)).toBe('hello');
});

test.each<[string, Buffer]>([
  ['ended before it was complete', Buffer.concat(RECORDED.slice(0, 1))],
  ['a checksum is wrong', Buffer.concat(RECORDED).fill(0x58, 110, 112)],
  ['Not a stream of events', Buffer.from('{"statusCode":200}')],
  ['Boom', eventMessage('InvokeComplete', Buffer.from('{"ErrorCode":"Boom"}'))],
])('an event stream whose fault is: %s', async (message, bytes) => {
  await expect(decoded(bytes, 1_000)).rejects.toThrow(message);
});
