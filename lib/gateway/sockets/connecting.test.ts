import { describe, expect, test } from 'vitest';
import { apiIntegration, apiKey, createBackend, route, usagePlan } from '../testing';
import { rawClient } from '../transport/testing/rawClient';
import { handshake } from './testing/rawSocket';
import { CHAT, connected, ECHO, eventsOf, LAMBDA, refused, socketGateway } from './testing/socketGateway';

const keyed = { ...CHAT, routes: [route('$connect', { apiKeyRequired: true })] };

describe('reference section 2: the handshake', () => {
  test('no $connect route: accepted without calling anything', async () => {
    const gateway = await socketGateway(ECHO);
    const { webSocket } = await connected(gateway);
    expect(webSocket.readyState).toBe(webSocket.OPEN);
    expect(gateway.functions.calls).toEqual([]);
  });

  test('held until the $connect integration completes', async () => {
    let letIn = () => {};
    const asked = new Promise<void>((resolve) => {
      letIn = resolve;
    });
    let began = () => {};
    const running = new Promise<void>((resolve) => {
      began = resolve;
    });
    const gateway = await socketGateway(CHAT, {
      work: async () => {
        began();
        await asked;
        return { statusCode: 200 };
      },
    });
    const client = connected(gateway);
    await running;
    const first = await Promise.race([
      client.then(() => 'open'),
      new Promise((r) => setImmediate(r, 'held')),
    ]);
    expect(first).toBe('held');
    letIn();
    expect((await client).webSocket.readyState).toBe(1);
  });

  test.each([
    [{ statusCode: 403, body: 'no' }, 403],
    [{ statusCode: 401 }, 401],
    [{ statusCode: 302 }, 302],
    [{ statusCode: 500 }, 500],
    [{ nothing: true }, 502],
  ])('refused with the integration’s status: %j', async (answer, status) => {
    const gateway = await socketGateway(CHAT, { work: () => answer });
    expect((await refused(gateway)).status).toBe(status);
  });

  test('a function that fails refuses with 502 and tells the ids', async () => {
    const gateway = await socketGateway(CHAT, {
      work: () => {
        throw new Error('broken');
      },
    });
    const { status, body } = await refused(gateway);
    expect(status).toBe(502);
    expect(JSON.parse(body)).toEqual({
      message: 'Internal server error',
      connectionId: expect.stringMatching(/^[\w-]{15}=$/),
      requestId: expect.any(String),
    });
  });

  test.each([
    ['an unknown stage', { path: '/nothing' }],
    ['a path below the stage', { path: '/prod/below' }],
  ])('%s is refused with 403', async (_name, options) => {
    const gateway = await socketGateway(ECHO);
    expect((await refused(gateway, options)).status).toBe(403);
  });

  test('the path form leads to the same stage', async () => {
    const gateway = await socketGateway(ECHO);
    const client = await connected(gateway, {
      path: '/_aws/execute-api/api1/prod',
      headers: { Host: `127.0.0.1:${gateway.port}` },
    });
    client.webSocket.send('{"a":1}');
    expect(await client.received(1)).toHaveLength(1);
  });

  test('apiKeyRequired of a message route asks for no key', async () => {
    const gateway = await socketGateway({
      ...ECHO,
      routes: ECHO.routes?.map((each) => ({ ...each, apiKeyRequired: true })) ?? [],
    });
    const { webSocket, received } = await connected(gateway);
    webSocket.send('{"a":1}');
    expect(await received(1)).toHaveLength(1);
  });

  test('the subprotocol is the one that $connect answers', async () => {
    const gateway = await socketGateway(CHAT, {
      work: () => ({ statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'chat.2' } }),
    });
    const { webSocket } = await connected(gateway, { protocols: ['chat.1', 'chat.2'] });
    expect(webSocket.protocol).toBe('chat.2');
  });

  test.each([
    ['one that was offered', 'chat.2', 'chat.2'],
    ['one that was not', 'chat.9', undefined],
    ['what would be a header of its own', 'chat.2\r\nX-Injected: yes', undefined],
  ])('a non-proxy integration answers %s', async (_name, protocol, chosen) => {
    const backend = await createBackend((_request, response) => {
      response.end(JSON.stringify({ protocol }));
    });
    const gateway = await socketGateway(
      {
        routes: [route('$connect')],
        integrations: [
          apiIntegration({
            integrationType: 'HTTP',
            integrationMethod: 'POST',
            integrationUri: backend.url,
            integrationResponses: [
              {
                integrationResponseKey: '$default',
                responseParameters: {
                  'route.response.header.Sec-WebSocket-Protocol': 'integration.response.body.protocol',
                },
              },
            ],
          }),
        ],
      },
      {
        account: {
          ...{ accountId: '000000000000', region: 'us-east-1', egressAllowList: ['127.0.0.1/32'] },
          throttle: { rateLimit: 10_000, burstLimit: 5_000 },
        },
      },
    );
    const client = rawClient(gateway.port);
    client.socket.write(handshake(gateway.port, ['Sec-WebSocket-Protocol: chat.1, chat.2']));
    const head = await client.until(/\r\n\r\n/);
    client.socket.destroy();
    await backend.close();
    expect(head).toMatch(/^HTTP\/1\.1 101 /);
    expect(head).not.toMatch(/x-injected/i);
    expect(/^Sec-WebSocket-Protocol: (.*)\r$/m.exec(head)?.[1]).toBe(chosen);
  });

  test('a required parameter that is missing refuses with 400', async () => {
    const gateway = await socketGateway({
      ...CHAT,
      routes: [
        route('$connect', { requestParameters: { 'route.request.querystring.room': { required: true } } }),
      ],
    });
    expect((await refused(gateway)).status).toBe(400);
    await connected(gateway, { path: '/prod?room=1' });
  });
});

describe('reference section 2: API keys', () => {
  const plans = { usagePlans: [usagePlan()], apiKeys: [apiKey('key-of-ada')] };

  test('without a key 403, with one the connection opens', async () => {
    const gateway = await socketGateway(keyed, plans);
    expect((await refused(gateway)).status).toBe(403);
    expect((await refused(gateway, { headers: { 'x-api-key': 'other' } })).status).toBe(403);
    await connected(gateway, { headers: { 'x-api-key': 'key-of-ada' } });
    const calls = await gateway.recorder.recorded(3);
    expect(calls[2]).toMatchObject({ httpMethod: 'CONNECT', status: 200, apiKeyId: 'key-of-ada' });
  });
});

test('500 new connections a second: more are refused with 429', async () => {
  const gateway = await socketGateway(ECHO, { limits: { connectsPerSecond: 1 } });
  await connected(gateway);
  expect((await refused(gateway)).status).toBe(429);
});

test('CONNECT event: reference section 4', async () => {
  const gateway = await socketGateway(CHAT, { stage: { stageVariables: { table: 'rooms' } } });
  await connected(gateway, { path: '/prod?room=1&room=2', headers: { 'X-Custom': 'a' } });
  const [event] = eventsOf(gateway);
  expect(event).toEqual({
    headers: expect.objectContaining({
      Host: `api1.execute-api.localhost:${gateway.port}`,
      'X-Custom': 'a',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': expect.any(String),
      'X-Forwarded-For': '127.0.0.1',
      'X-Forwarded-Proto': 'http',
      'X-Amzn-Trace-Id': expect.stringMatching(/^Root=/),
    }),
    multiValueHeaders: expect.objectContaining({ 'X-Custom': ['a'] }),
    queryStringParameters: { room: '2' },
    multiValueQueryStringParameters: { room: ['1', '2'] },
    requestContext: {
      routeKey: '$connect',
      eventType: 'CONNECT',
      extendedRequestId: expect.any(String),
      requestTime: expect.stringMatching(/^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      messageDirection: 'IN',
      stage: 'prod',
      connectedAt: expect.any(Number),
      requestTimeEpoch: expect.any(Number),
      identity: { sourceIp: '127.0.0.1' },
      requestId: expect.any(String),
      domainName: 'api1.execute-api.localhost',
      connectionId: expect.stringMatching(/^[\w-]{15}=$/),
      apiId: 'api1',
    },
    isBase64Encoded: false,
    stageVariables: { table: 'rooms' },
  });
});

test('a plain call of a WebSocket API is told 403, an upgrade to something else too', async () => {
  const gateway = await socketGateway({ ...CHAT, integrations: [LAMBDA] });
  const plain = await gateway.call('');
  expect([plain.status, plain.body]).toEqual([403, '{"message":"Missing Authentication Token"}']);
  const other = await gateway.call('', { headers: { Connection: 'Upgrade', Upgrade: 'h2c' } });
  expect(other.status).toBe(403);
});

test('a custom domain name and base path lead to the stage', async () => {
  const gateway = await socketGateway(ECHO, {
    domainNames: [
      {
        domainName: 'chat.example.com',
        basePathMappings: [{ basePath: 'v1', restApiId: 'api1', stageName: 'prod' }],
      },
    ],
  });
  const Host = 'chat.example.com';
  const client = await connected(gateway, { path: '/v1', headers: { Host } });
  client.webSocket.send('{}');
  expect(await client.received(1)).toHaveLength(1);
  expect((await refused(gateway, { path: '/v2', headers: { Host } })).status).toBe(403);
});

test('disableExecuteApiEndpoint: only a custom domain name leads to the API', async () => {
  const gateway = await socketGateway(ECHO, { api: { disableExecuteApiEndpoint: true } });
  expect((await refused(gateway)).status).toBe(403);
});
