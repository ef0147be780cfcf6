import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { createBackend } from '../testing/createBackend';
import { createTestGateway } from '../testing/createTestGateway';
import { apiKey, deployment, integration, method, snapshot, usagePlan } from '../testing/documents';
import { sendRequest } from '../testing/sendRequest';

const keyed = snapshot({
  deployments: [deployment({ '/': [method('ANY', integration(), { apiKeyRequired: true })] })],
  usagePlans: [usagePlan({ quota: { limit: 9, offset: 0, period: 'DAY' } })],
  apiKeys: [apiKey('k')],
});

test('an error nobody foresaw: 500 without its text, logged with the request id', async () => {
  const hashApiKey = () => {
    throw new Error('secret database text');
  };
  const { call, errors, recorder, close } = await createTestGateway(keyed, { hashApiKey });
  const answer = await call('/', { headers: { 'x-api-key': 'k' } });
  expect([answer.status, answer.body]).toEqual([500, '{"message": "Internal server error"}']);
  expect(answer.headers['x-amzn-errortype']).toBe('InternalServerErrorException');
  expect(errors).toHaveLength(1);
  expect(errors[0]?.detail).toMatchObject({
    requestId: answer.headers['x-amzn-requestid'],
    restApiId: 'api1',
  });
  expect((await recorder.recorded(1))[0]).toMatchObject({
    status: 500,
    responseType: 'API_CONFIGURATION_ERROR',
  });
  await close();
});

test('every kind of answer is recorded exactly once', async () => {
  const { call, port, recorder, close } = await createTestGateway(keyed);
  await call('/', { headers: { 'x-api-key': 'k' } });
  await call('/');
  await call('/nothing');
  await call('/', { stage: 'dev' });
  await sendRequest({ port, path: '/', headers: { Host: 'nobody' } });
  await sendRequest({ port, path: '/ping' });
  await call('/', { headers: { 'x-api-key': 'k' } });
  const calls = await recorder.recorded(6);
  expect(calls.map(({ status, stageName, responseType }) => [status, stageName, responseType])).toEqual([
    [200, 'prod', undefined],
    [403, 'prod', 'INVALID_API_KEY'],
    [403, 'prod', 'MISSING_AUTHENTICATION_TOKEN'],
    [403, '', 'FORBIDDEN'],
    [403, '', 'FORBIDDEN'],
    [200, 'prod', undefined],
  ]);
  expect(calls.map(({ restApiId }) => restApiId)).toEqual(['api1', 'api1', 'api1', 'api1', '', 'api1']);
  await close();
});

test('a body over 10 MB: 413 in plain text, before any backend is asked', async () => {
  const backend = await createBackend((_, response) => response.end());
  const { gateway, call, close } = await createTestGateway();
  const document = integration({ type: 'HTTP_PROXY', httpMethod: 'ANY', uri: backend.url });
  gateway.apply(snapshot({ deployments: [deployment({ '/': [method('POST', document)] })] }));
  const answer = await call('/', { method: 'POST', body: Buffer.alloc(10_485_761) });
  expect([answer.status, answer.body]).toEqual([413, 'HTTP content length exceeded 10485760 bytes.']);
  expect(backend.requests).toEqual([]);
  await close();
  await backend.close();
});

test.each(['HTTP', 'HTTP_PROXY'] as const)('%s: an answer of more than 10 MB is refused', async (type) => {
  const backend = await createBackend((_, response) => response.end(Buffer.alloc(10_485_761, 'x')));
  const { gateway, call, close } = await createTestGateway();
  const get = method('GET', integration({ type, httpMethod: 'GET', uri: backend.url }));
  gateway.apply(snapshot({ deployments: [deployment({ '/': [get] })] }));
  expect((await call('')).status).toBe(500);
  await close();
  await backend.close();
});

test('a client that leaves while its backend works is recorded once, as 499, and the backend call ends', async () => {
  const events = new EventEmitter();
  const asked = once(events, 'asked');
  const dropped = once(events, 'dropped');
  const backend = await createBackend((_, response) => {
    response.on('close', () => events.emit('dropped'));
    events.emit('asked');
  });
  const { gateway, port, recorder, errors, close } = await createTestGateway();
  const document = integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: backend.url });
  gateway.apply(snapshot({ deployments: [deployment({ '/': [method('GET', document)] })] }));
  const headers = { Host: 'api1.execute-api.localhost' };
  const outgoing = request({ host: '127.0.0.1', port, path: '/prod', headers, agent: false });
  outgoing.on('error', () => undefined);
  outgoing.end();
  await asked;
  outgoing.destroy();
  await dropped;
  const [record] = await recorder.recorded(1);
  expect(record).toMatchObject({ status: 499, resourcePath: '/', responseLength: 0 });
  expect(recorder.calls).toHaveLength(1);
  expect(errors).toEqual([]);
  await close();
  await backend.close();
});
