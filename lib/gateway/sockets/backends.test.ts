import { expect, test } from 'vitest';
import type { ApiIntegrationDocument } from '../snapshot/apiTypes';
import { apiIntegration, createBackend, route } from '../testing';
import { connected, socketGateway, twoWay } from './testing/socketGateway';

const OPEN_ACCOUNT = {
  ...{ accountId: '000000000000', region: 'us-east-1', egressAllowList: ['127.0.0.1/32'] },
  throttle: { rateLimit: 10_000, burstLimit: 5_000 },
};

/** A two-way `$default`, and `$connect`, to an HTTP backend that answers 201, a header and bytes. */
async function behind(part: Partial<ApiIntegrationDocument>, routeKey = '$default') {
  const backend = await createBackend((_request, response) => {
    response.writeHead(201, { 'X-Kind': 'loud' }).end('hello');
  });
  const integration = apiIntegration({
    integrationType: 'HTTP',
    integrationMethod: 'POST',
    integrationUri: `${backend.url}/messages`,
    ...part,
  });
  const gateway = await socketGateway(
    { routes: [route(routeKey, twoWay)], integrations: [integration] },
    { account: OPEN_ACCOUNT },
  );
  return { backend, gateway };
}

const answering = (part: object) => ({
  integrationResponses: [{ integrationResponseKey: '$default', ...part }],
});

test.each<[rule: string, part: Partial<ApiIntegrationDocument>, frame: string]>([
  ['section 5: HTTP_PROXY sends the body on', { integrationType: 'HTTP_PROXY' }, 'hello'],
  [
    'section 2: CONVERT_TO_TEXT makes base64 of it',
    answering({ contentHandlingStrategy: 'CONVERT_TO_TEXT' }),
    Buffer.from('hello').toString('base64'),
  ],
  [
    'section 6: the template is chosen by the status',
    answering({
      templateSelectionExpression: '${integration.response.statuscode}',
      responseTemplates: { 201: 'made', $default: 'other' },
    }),
    'made',
  ],
  [
    'section 6: by a header',
    answering({
      templateSelectionExpression: '${integration.response.header.x-kind}',
      responseTemplates: { loud: 'LOUD', $default: 'other' },
    }),
    'LOUD',
  ],
  [
    'section 6: by the message',
    answering({
      templateSelectionExpression: '${request.body.kind}',
      responseTemplates: { a: 'of a', $default: 'other' },
    }),
    'of a',
  ],
  [
    'section 6: none that fits is $default',
    answering({
      templateSelectionExpression: '${request.body.none}',
      responseTemplates: { a: 'of a', $default: 'other' },
    }),
    'other',
  ],
])('%s', async (_rule, part, frame) => {
  const { backend, gateway } = await behind(part);
  const client = await connected(gateway);
  client.webSocket.send('{"kind":"a"}');
  expect(await client.received(1)).toEqual([frame]);
  expect(backend.requests.map(({ url, body }) => [url, body])).toEqual([['/messages', '{"kind":"a"}']]);
  await backend.close();
});

test('section 7: $connect maps every value of a query parameter and of a header', async () => {
  const { backend, gateway } = await behind(
    {
      requestParameters: {
        'integration.request.querystring.rooms': 'route.request.multivaluequerystring.room',
        'integration.request.header.first': 'route.request.querystring.room',
        'integration.request.header.tags': 'route.request.multivalueheader.tag',
      },
    },
    '$connect',
  );
  await connected(gateway, { path: '/prod?room=1&room=2', headers: { tag: 'a' } });
  const [request] = backend.requests;
  expect(request?.url).toMatch(/^\/messages\?rooms=1&rooms=2$/);
  expect(request?.headers).toMatchObject({ first: '2', tags: 'a' });
  await backend.close();
});

test('section 7: a path, stage variables and a member of the message', async () => {
  const backend = await createBackend((_request, response) => {
    response.end('{}');
  });
  const integration = apiIntegration({
    integrationType: 'HTTP',
    integrationMethod: 'POST',
    integrationUri: `${backend.url}/rooms/{room}`,
    requestParameters: {
      'integration.request.path.room': 'route.request.body.room',
      'integration.request.header.table': 'stageVariables.table',
    },
  });
  const gateway = await socketGateway(
    { routes: [route('$default')], integrations: [integration] },
    { account: OPEN_ACCOUNT, stage: { stageVariables: { table: 'rooms' } } },
  );
  const client = await connected(gateway);
  client.webSocket.send('{"room":"r 1"}');
  await gateway.recorder.recorded(2);
  expect(backend.requests).toMatchObject([{ url: '/rooms/r%201', headers: { table: 'rooms' } }]);
  await backend.close();
});
