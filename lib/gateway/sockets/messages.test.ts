import { describe, expect, test } from 'vitest';
import { apiIntegration, createBackend, route } from '../testing';
import {
  CHAT,
  connected,
  ECHO,
  eventsOf,
  LAMBDA,
  mockOf,
  socketGateway,
  twoWay,
} from './testing/socketGateway';

const ids = { connectionId: expect.stringMatching(/^[\w-]{15}=$/), requestId: expect.any(String) };
const parsed = (text: string | Buffer | undefined) => JSON.parse(String(text)) as unknown;

/** Every route answers its own key. */
const keyed = (...keys: string[]) => ({
  routes: keys.map((key) => route(key, twoWay)),
  integrations: [mockOf('$context.routeKey')],
});

describe('reference section 3: routing', () => {
  test.each([
    ['$request.body.action', '{"action":"join"}', 'join'],
    ['${request.body.action}', '{"action":"join"}', 'join'],
    ['${request.body.service}/${request.body.action}', '{"service":"chat","action":"join"}', 'chat/join'],
    ['${request.body.action}-${request.body.invalidPath}', '{"action":"join"}', 'join-'],
    ['action', '{"action":"join"}', 'action'],
    ['\\$default', '{"action":"join"}', '$default'],
    ['$request.body.action', 'no JSON', '$default'],
    ['$request.body.action', '{"other":1}', '$default'],
    ['$request.body.action', '{"action":"unknown"}', '$default'],
    ['$request.body.action', '{"action":"Join"}', '$default'],
    ['$request.body.action', '{"action":"$connect"}', '$default'],
    ['$request.body.a.b', '{"a":{"b":"join"}}', 'join'],
    ['$request.body.list', '{"list":["item1","item2"]}', '[item1, item2]'],
    ['$request.body.action', '{"action":"${request.body.other}","other":"join"}', '$default'],
    ['$request.body.n', '{"n":1}', '1'],
  ])('%s of %s is %s', async (routeSelectionExpression, text, key) => {
    const keys = ['join', 'chat/join', 'join-', 'action', '[item1, item2]', '1', '$connect', '$default'];
    const definition = keyed(...keys.slice(0, 6), '$default');
    const gateway = await socketGateway({ ...definition, routeSelectionExpression });
    const client = await connected(gateway);
    client.webSocket.send(text);
    expect(await client.received(1)).toEqual([key]);
  });

  test('an expression that would search a message for too long goes to $default', async () => {
    const definition = keyed('join', '$default');
    const routeSelectionExpression = '${request.body..a..a..a..b}';
    const gateway = await socketGateway({ ...definition, routeSelectionExpression });
    const client = await connected(gateway);
    client.webSocket.send(`${'{"a":'.repeat(90)}1${'}'.repeat(90)}`);
    expect(await client.received(1)).toEqual(['$default']);
    expect(gateway.errors).toEqual([]);
  });

  test('error frames: no route and no $default', async () => {
    const client = await connected(await socketGateway(keyed('join')));
    client.webSocket.send('{"action":"other"}');
    expect(parsed((await client.received(1))[0])).toEqual({ message: 'Forbidden', ...ids });
  });

  test('error frames: a function that fails', async () => {
    const gateway = await socketGateway(
      { ...CHAT, routes: [route('$default')] },
      {
        work: () => {
          throw new Error('broken');
        },
      },
    );
    const client = await connected(gateway);
    client.webSocket.send('{}');
    expect(parsed((await client.received(1))[0])).toEqual({ message: 'Internal server error', ...ids });
    expect(await gateway.recorder.recorded(2)).toMatchObject([
      { httpMethod: 'CONNECT', status: 200, restApiId: 'api1', stageName: 'prod', resourcePath: '$connect' },
      { httpMethod: 'MESSAGE', status: 502, resourcePath: '$default' },
    ]);
  });

  test('error frames: throttled', async () => {
    const stage = { routeSettings: { $default: { throttlingRateLimit: 0.001, throttlingBurstLimit: 1 } } };
    const client = await connected(await socketGateway(ECHO, { stage }));
    client.webSocket.send('{"a":1}');
    client.webSocket.send('{"a":2}');
    expect(parsed((await client.received(2))[1])).toEqual({ message: 'Too Many Requests', ...ids });
  });
});

test.each<[name: string, routeSettings: Record<string, object>]>([
  ['the route says nothing', {}],
  ['the route says other things', { $default: { loggingLevel: 'INFO' } }],
  ['the route says one of the two', { $default: { throttlingRateLimit: 0.001 } }],
])('the default throttle counts where %s', async (_name, routeSettings) => {
  const stage = {
    defaultRouteSettings: { throttlingRateLimit: 0.001, throttlingBurstLimit: 1 },
    routeSettings,
  };
  const client = await connected(await socketGateway(ECHO, { stage }));
  client.webSocket.send('{"a":1}');
  client.webSocket.send('{"a":2}');
  expect(parsed((await client.received(2))[1])).toEqual({ message: 'Too Many Requests', ...ids });
});

describe('reference sections 3 and 6: models', () => {
  const schema = JSON.stringify({ type: 'object', required: ['room'] });
  const validated = (part: object) => ({
    ...ECHO,
    routes: [route('$default', { ...twoWay, ...part })],
    models: [{ modelId: 'm1', name: 'Room', schema }],
  });
  test.each([
    ['keeps to the model', { requestModels: { $default: 'Room' } }, '{"room":1}', undefined],
    ['breaks the model', { requestModels: { $default: 'Room' } }, '{}', 'Bad request body'],
    ['is no JSON', { requestModels: { $default: 'Room' } }, 'x', 'Bad request body'],
    [
      'selects its model',
      { modelSelectionExpression: '$request.body.kind', requestModels: { a: 'Room' } },
      '{"kind":"a","room":1}',
      undefined,
    ],
    [
      'selects none and there is no $default',
      { modelSelectionExpression: '$request.body.kind', requestModels: { a: 'Room' } },
      '{"kind":"b","room":1}',
      'Bad request body',
    ],
  ])('a message that %s', async (_name, part, text, message) => {
    const client = await connected(await socketGateway(validated(part)));
    client.webSocket.send(text);
    const [answer] = await client.received(1);
    if (message) expect(parsed(answer)).toEqual({ message, ...ids });
    else expect(String(answer)).not.toContain('Bad request body');
  });

  test('disableSchemaValidation lets all pass', async () => {
    const definition = {
      ...validated({ requestModels: { $default: 'Room' } }),
      disableSchemaValidation: true,
    };
    const client = await connected(await socketGateway(definition));
    client.webSocket.send('{}');
    expect(String((await client.received(1))[0])).not.toContain('Bad request body');
  });
});

test('MESSAGE event: reference section 4', async () => {
  const gateway = await socketGateway({ ...CHAT, routes: [route('$default')] });
  const client = await connected(gateway);
  client.webSocket.send('{"action":"join"}');
  await gateway.recorder.recorded(2);
  expect(eventsOf(gateway)).toEqual([
    {
      requestContext: {
        routeKey: '$default',
        messageId: expect.any(String),
        eventType: 'MESSAGE',
        extendedRequestId: expect.any(String),
        requestTime: expect.any(String),
        messageDirection: 'IN',
        stage: 'prod',
        connectedAt: expect.any(Number),
        requestTimeEpoch: expect.any(Number),
        identity: { sourceIp: '127.0.0.1' },
        requestId: expect.any(String),
        domainName: 'api1.execute-api.localhost',
        connectionId: ids.connectionId,
        apiId: 'api1',
      },
      body: '{"action":"join"}',
      isBase64Encoded: false,
    },
  ]);
});

describe('reference section 5: one-way and two-way', () => {
  test('without a route response the result is discarded', async () => {
    const gateway = await socketGateway(
      { ...CHAT, routes: [route('$default'), route('ask', twoWay)] },
      { work: () => ({ statusCode: 200, body: 'answer' }) },
    );
    const client = await connected(gateway);
    client.webSocket.send('{"action":"tell"}');
    client.webSocket.send('{"action":"ask"}');
    await gateway.recorder.recorded(3);
    expect(await client.received(1)).toEqual(['answer']);
    expect(client.messages).toEqual(['answer']);
  });

  test('two-way proxy: the body is the frame, the status is not forwarded', async () => {
    const gateway = await socketGateway(
      { ...CHAT, routes: [route('$default', twoWay)] },
      { work: () => ({ statusCode: 500, body: 'answer' }) },
    );
    const client = await connected(gateway);
    client.webSocket.send('x');
    expect(await client.received(1)).toEqual(['answer']);
  });

  test('isBase64Encoded of a function becomes a binary frame', async () => {
    const body = Buffer.from([0, 255, 1]);
    const gateway = await socketGateway(
      { ...CHAT, routes: [route('$default', twoWay)] },
      { work: () => ({ statusCode: 200, body: body.toString('base64'), isBase64Encoded: true }) },
    );
    const client = await connected(gateway);
    client.webSocket.send('x');
    expect(await client.received(1)).toEqual([body]);
  });

  test.each([
    [200, 'ok 200'],
    [404, 'client 404'],
    [500, 'other 500'],
  ])('two-way HTTP: the integration response of %i by its key', async (status, answer) => {
    const backend = await createBackend((_request, response) => {
      response.writeHead(status).end('{"a":1}');
    });
    const client = await connected(
      await socketGateway(
        {
          routes: [route('$default', twoWay)],
          integrations: [
            apiIntegration({
              integrationType: 'HTTP',
              integrationMethod: 'POST',
              integrationUri: `${backend.url}/messages`,
              integrationResponses: [
                answerOf('/2\\d\\d/', `ok ${status}`),
                answerOf('/4\\d\\d/', `client ${status}`),
                answerOf('$default', `other ${status}`),
              ],
            }),
          ],
        },
        { account: OPEN_ACCOUNT },
      ),
    );
    client.webSocket.send('{"a":1}');
    expect(await client.received(1)).toEqual([answer]);
    await backend.close();
  });

  test('CONVERT_TO_BINARY of an integration response: a binary frame', async () => {
    const text = Buffer.from('hello').toString('base64');
    const converting = (
      key: string,
      integrationId: string,
      contentHandlingStrategy: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT',
      template: string,
    ) => ({
      route: route(key, { ...twoWay, target: `integrations/${integrationId}` }),
      integration: mockOf('', {
        integrationId,
        integrationResponses: [
          {
            integrationResponseKey: '$default',
            contentHandlingStrategy,
            responseTemplates: { $default: template },
          },
        ],
      }),
    });
    const binary = converting('binary', 'b', 'CONVERT_TO_BINARY', text);
    const client = await connected(
      await socketGateway({ routes: [binary.route], integrations: [binary.integration] }),
    );
    client.webSocket.send('{"action":"binary"}');
    expect(await client.received(1)).toEqual([Buffer.from('hello')]);
  });
});

const OPEN_ACCOUNT = {
  accountId: '000000000000',
  region: 'us-east-1',
  throttle: { rateLimit: 10_000, burstLimit: 5_000 },
  egressAllowList: ['127.0.0.1/32'],
};

const answerOf = (integrationResponseKey: string, template: string) => ({
  integrationResponseKey,
  responseTemplates: { $default: template },
});

describe('reference section 7: integration request data', () => {
  test('parameters and the template that templateSelectionExpression names reach an HTTP backend', async () => {
    const backend = await createBackend((_request, response) => {
      response.end('{}');
    });
    const gateway = await socketGateway(
      {
        routes: [route('$default')],
        integrations: [
          apiIntegration({
            integrationType: 'HTTP',
            integrationMethod: 'POST',
            integrationUri: `${backend.url}/messages`,
            requestParameters: {
              'integration.request.header.room': 'route.request.body.room',
              'integration.request.querystring.connection': 'context.connectionId',
              'integration.request.header.fixed': "'text'",
            },
            templateSelectionExpression: '${request.body.kind}',
            requestTemplates: {
              shout: '{"said":"$input.path(\'$.text\').toUpperCase()","by":"$context.eventType"}',
              $default: '{}',
            },
          }),
        ],
      },
      { account: OPEN_ACCOUNT },
    );
    const client = await connected(gateway);
    client.webSocket.send('{"kind":"shout","room":"r1","text":"hi"}');
    await gateway.recorder.recorded(2);
    const [request] = backend.requests;
    expect(request?.body).toBe('{"said":"HI","by":"MESSAGE"}');
    expect(request?.headers).toMatchObject({ room: 'r1', fixed: 'text' });
    expect(request?.url).toMatch(/^\/messages\?connection=/);
    await backend.close();
  });

  test('passthroughBehavior NEVER without a template that fits is an error', async () => {
    const integration = mockOf('x', { requestTemplates: {}, passthroughBehavior: 'NEVER' });
    const client = await connected(
      await socketGateway({ routes: [route('$default', twoWay)], integrations: [integration] }),
    );
    client.webSocket.send('{}');
    expect(parsed((await client.received(1))[0])).toEqual({ message: 'Unsupported Media Type', ...ids });
  });

  test('contentHandlingStrategy CONVERT_TO_BINARY tells a function that its body is base64', async () => {
    const gateway = await socketGateway({
      routes: [route('$default')],
      integrations: [{ ...LAMBDA, contentHandlingStrategy: 'CONVERT_TO_BINARY' }],
    });
    const client = await connected(gateway);
    client.webSocket.send('AAEC');
    await gateway.recorder.recorded(2);
    expect(eventsOf(gateway)[0]).toMatchObject({ body: 'AAEC', isBase64Encoded: true });
  });
});

test('reference section 10: new routes count from the next message of an open connection', async () => {
  const gateway = await socketGateway(keyed('$default'));
  const client = await connected(gateway);
  client.webSocket.send('{"action":"join"}');
  expect(await client.received(1)).toEqual(['$default']);
  const { socketSnapshot } = await import('./testing/socketGateway');
  const deployment = { ...keyed('$default', 'join'), deploymentId: 'dep2' };
  gateway.gateway.apply({
    ...socketSnapshot(deployment, { stage: { deploymentId: 'dep2' } }),
    revision: 2,
  });
  client.webSocket.send('{"action":"join"}');
  expect(await client.received(2)).toEqual(['$default', 'join']);
});

test('answers go in the order of their messages, however long each takes (L4)', async () => {
  const gateway = await socketGateway(
    { ...CHAT, routes: [route('$default', twoWay)] },
    {
      work: async (event: { body: string }) => {
        const wait = Number(event.body) % 3;
        for (let turn = 0; turn < wait * 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        return { statusCode: 200, body: event.body };
      },
    },
  );
  const client = await connected(gateway);
  const sent = Array.from({ length: 500 }, (_, index) => `${index}`);
  for (const text of sent) client.webSocket.send(text);
  expect(await client.received(500)).toEqual(sent);
});
