import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot } from '../testing/documents';
import { sendRequest } from '../testing/sendRequest';

let gateway: TestGateway;

beforeAll(async () => {
  const document = deployment({
    '/': [method('GET', integration())],
    '/pets': [method('GET', integration())],
  });
  gateway = await createTestGateway(snapshot({ deployments: [document] }));
});
afterAll(() => gateway.close());

test.each([
  { name: 'host form', host: 'api1.execute-api.localhost', path: '/prod/pets', status: 200 },
  { name: 'host form with a port', host: 'api1.execute-api.localhost:8080', path: '/prod/pets', status: 200 },
  { name: 'host form, root of the stage', host: 'api1.execute-api.localhost', path: '/prod', status: 200 },
  { name: 'host form, root with a slash', host: 'api1.execute-api.localhost', path: '/prod/', status: 200 },
  { name: 'path form', host: 'localhost', path: '/_aws/execute-api/api1/prod/pets', status: 200 },
  {
    name: 'path form, root of the stage',
    host: 'localhost',
    path: '/_aws/execute-api/api1/prod',
    status: 200,
  },
  {
    name: 'an emulator’s path form',
    host: 'localhost',
    path: '/restapis/api1/prod/_user_request_/pets',
    status: 200,
  },
  {
    name: 'an emulator’s path form, root of the stage',
    host: 'localhost',
    path: '/restapis/api1/prod/_user_request_',
    status: 200,
  },
  {
    name: 'an emulator’s path form, unknown API',
    host: 'localhost',
    path: '/restapis/nope/prod/_user_request_/pets',
    status: 403,
  },
  {
    name: 'an emulator’s path form without its end',
    host: 'localhost',
    path: '/restapis/api1/prod/pets',
    status: 403,
  },
  { name: 'unknown API by host', host: 'nope.execute-api.localhost', path: '/prod/pets', status: 403 },
  { name: 'unknown API by path', host: 'localhost', path: '/_aws/execute-api/nope/prod/pets', status: 403 },
  { name: 'unknown stage', host: 'api1.execute-api.localhost', path: '/dev/pets', status: 403 },
  { name: 'no stage', host: 'api1.execute-api.localhost', path: '/', status: 403 },
  { name: 'path form without a stage', host: 'localhost', path: '/_aws/execute-api/api1', status: 403 },
  { name: 'a host of nobody', host: 'localhost', path: '/prod/pets', status: 403 },
  {
    name: 'names from Object.prototype',
    host: 'constructor.execute-api.localhost',
    path: '/prod',
    status: 403,
  },
])('$name: $status', async ({ host, path, status }) => {
  const answer = await sendRequest({ port: gateway.port, path, headers: { Host: host } });
  expect(answer.status).toBe(status);
  if (status === 403) {
    expect(answer.body).toBe('{"message":"Forbidden"}');
    expect(answer.headers['x-amzn-errortype']).toBe('ForbiddenException');
  }
});

test.each(['/ping', '/sping'])('%s is reserved at the root and answers whoever asks', async (path) => {
  const answer = await sendRequest({ port: gateway.port, path });
  expect([answer.status, answer.body]).toEqual([200, 'healthy']);
});

test('before the first snapshot calls are answered 503 and the process lives', async () => {
  const empty = await createTestGateway();
  expect(empty.gateway.revision()).toBe(0);
  expect((await empty.call('/pets')).status).toBe(503);
  await empty.close();
});
