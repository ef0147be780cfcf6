import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { ADA_KEY, adaWith } from '../testing/signedCall';
import { manage } from './testing/manage';
import { CHAT, connected, ECHO, eventsOf, socketGateway, socketSnapshot } from './testing/socketGateway';

const may = (Resource = '*', Effect = 'Allow', Action = 'execute-api:ManageConnections') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action, Resource }] });
const iam = (...policies: string[]) => ({ iamUsers: [adaWith(...policies)], accessKeys: [ADA_KEY] });
const NOWHERE = 'AAAAAAAAAAAAAAA=';

/** The API whose function tells the id of who connected. */
async function chat(...policies: string[]) {
  const gateway = await socketGateway(CHAT, iam(...policies));
  const client = await connected(gateway);
  const [event] = eventsOf(gateway) as unknown as { requestContext: { connectionId: string } }[];
  return { gateway, client, id: event?.requestContext.connectionId ?? '' };
}

describe('reference section 8: @connections', () => {
  test('POST sends a frame: 200, empty', async () => {
    const { gateway, client, id } = await chat(may());
    const answer = await manage(gateway, { id, body: 'hello' });
    expect([answer.status, answer.body]).toEqual([200, '']);
    expect(await client.received(1)).toEqual(['hello']);
    expect(await gateway.recorder.recorded(2)).toMatchObject([
      { httpMethod: 'CONNECT' },
      {
        httpMethod: 'MESSAGE',
        resourcePath: '@connections',
        restApiId: 'api1',
        stageName: 'prod',
        status: 200,
      },
    ]);
  });

  test('POST of 128 KB is one message in frames of at most 32 KB; a byte more is 413', async () => {
    const { gateway, client, id } = await chat(may());
    const frames: number[] = [];
    client.webSocket.on('message', (data: Buffer) => frames.push(data.length));
    expect((await manage(gateway, { id, body: 'a'.repeat(131_072) })).status).toBe(200);
    expect(String((await client.received(1))[0])).toHaveLength(131_072);
    const tooLong = await manage(gateway, { id, body: 'a'.repeat(131_073) });
    expect(tooLong.status).toBe(413);
    expect(tooLong.headers['x-amzn-errortype']).toBe('PayloadTooLargeException');
    expect(JSON.parse(tooLong.body)).toEqual({ message: 'Message too long' });
  });

  test('POST that says that it is over 10 MB is 413 as any that is too long', async () => {
    const { gateway, id } = await chat(may());
    const answer = await manage(gateway, { id, body: Buffer.alloc(10_485_761, 'a') });
    expect([answer.status, answer.body]).toEqual([413, '{"message":"Message too long"}']);
    expect(answer.headers['x-amzn-errortype']).toBe('PayloadTooLargeException');
  });

  test.each([131_073, 10_485_761])('POST of %i bytes in chunks is 413 in the same words', async (length) => {
    const { gateway, id } = await chat(may());
    const answer = await manage(gateway, { id, body: Buffer.alloc(length, 'a'), chunked: true });
    expect([answer.status, answer.body]).toEqual([413, '{"message":"Message too long"}']);
    expect(answer.headers['x-amzn-errortype']).toBe('PayloadTooLargeException');
  });

  test('GET tells times and identity', async () => {
    const { gateway, id } = await chat(may());
    const answer = await manage(gateway, { id, method: 'GET' });
    expect(answer.status).toBe(200);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const identity = { sourceIp: '127.0.0.1', userAgent: '' };
    expect(JSON.parse(answer.body)).toEqual({ connectedAt: time, lastActiveAt: time, identity });
  });

  test('DELETE closes with 1000: 204', async () => {
    const { gateway, client, id } = await chat(may());
    expect((await manage(gateway, { id, method: 'DELETE' })).status).toBe(204);
    expect(await client.closed).toEqual({ code: 1000, reason: 'Connection Closed Normally' });
    expect((await manage(gateway, { id })).status).toBe(410);
  });

  test.each(['POST', 'GET', 'DELETE'])('%s: 410 for an id that never was', async (method) => {
    const { gateway } = await chat(may());
    const answer = await manage(gateway, { id: NOWHERE, method });
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([410, 'GoneException']);
  });

  test('410 once the client has left', async () => {
    const { gateway, client, id } = await chat(may());
    client.webSocket.close();
    await once(client.webSocket, 'close');
    expect((await manage(gateway, { id })).status).toBe(410);
  });

  test.each([
    'short',
    'AAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAA!=',
    'AAAAAAAAAAAAAAAA=',
  ])('400 for %s', async (id) => {
    const { gateway } = await chat(may());
    const answer = await manage(gateway, { id });
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([400, 'BadRequestException']);
  });

  test('410 for another stage’s connection (B4)', async () => {
    const { gateway, client, id } = await chat(may());
    const document = socketSnapshot(CHAT, iam(may()));
    const [stage] = document.apiStages ?? [];
    if (!stage) throw new Error('no stage');
    gateway.gateway.apply({ ...document, revision: 2, apiStages: [stage, { ...stage, stageName: 'test' }] });
    expect((await manage(gateway, { id, stage: 'test' })).status).toBe(410);
    expect((await manage(gateway, { id, stage: 'test', method: 'DELETE' })).status).toBe(410);
    expect(client.webSocket.readyState).toBe(client.webSocket.OPEN);
  });

  test('410 for another API’s connection, whoever may call that API (B4)', async () => {
    const { gateway, client, id } = await chat(may());
    const document = socketSnapshot(CHAT, iam(may()));
    const other = <One extends { apiId: string }>(list: One[] = []) => [
      ...list,
      ...list.map((one) => ({ ...one, apiId: 'api2' })),
    ];
    const { apis, apiStages, apiDeployments } = document;
    const both = { apis: other(apis), apiStages: other(apiStages), apiDeployments: other(apiDeployments) };
    gateway.gateway.apply({ ...document, ...both, revision: 2 });
    const host = `api2.execute-api.localhost:${gateway.port}`;
    const statuses = ['POST', 'GET', 'DELETE'].map(
      async (method) => (await manage(gateway, { id, method, host })).status,
    );
    expect(await Promise.all(statuses)).toEqual([410, 410, 410]);
    expect((await manage(gateway, { id, body: 'still there' })).status).toBe(200);
    expect(await client.received(1)).toEqual(['still there']);
  });

  test('an unknown stage is 403', async () => {
    const { gateway, id } = await chat(may());
    const answer = await manage(gateway, { id, stage: 'nothing' });
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([403, 'ForbiddenException']);
  });

  test('disableExecuteApiEndpoint: only a custom domain name leads to @connections', async () => {
    const gateway = await socketGateway(CHAT, {
      ...iam(may()),
      api: { disableExecuteApiEndpoint: true },
      domainNames: [
        {
          domainName: 'chat.example.com',
          basePathMappings: [{ basePath: '', restApiId: 'api1', stageName: 'prod' }],
        },
      ],
    });
    const closed = await manage(gateway, { id: NOWHERE });
    expect([closed.status, closed.headers['x-amzn-errortype']]).toEqual([403, 'ForbiddenException']);
    const path = `/@connections/${encodeURIComponent(NOWHERE)}`;
    expect((await manage(gateway, { id: NOWHERE, path, host: 'chat.example.com' })).status).toBe(410);
  });

  test('a custom domain name’s base path leads to the stage’s @connections', async () => {
    const domainName = {
      domainName: 'chat.example.com',
      basePathMappings: [{ basePath: 'v1', restApiId: 'api1', stageName: 'prod' }],
    };
    const gateway = await socketGateway(CHAT, { ...iam(may()), domainNames: [domainName] });
    const client = await connected(gateway, { path: '/v1', headers: { Host: 'chat.example.com' } });
    const [event] = eventsOf(gateway) as unknown as { requestContext: { connectionId: string } }[];
    const id = event?.requestContext.connectionId ?? '';
    const at = (basePath: string) => ({
      ...{ id, body: 'hello', host: 'chat.example.com' },
      path: `/${basePath}/@connections/${encodeURIComponent(id)}`,
    });
    expect((await manage(gateway, at('v1'))).status).toBe(200);
    expect(await client.received(1)).toEqual(['hello']);
    expect((await manage(gateway, at('v2'))).status).toBe(403);
  });

  test.each([
    '@connections',
    '%40connections',
  ])('%s by path, for clients whose resolver lacks the hosts', async (place) => {
    const { gateway, client, id } = await chat(may());
    const path = `/_aws/execute-api/api1/prod/${place}/${encodeURIComponent(id)}`;
    const host = `127.0.0.1:${gateway.port}`;
    expect((await manage(gateway, { id, body: 'hi', path, host })).status).toBe(200);
    expect(await client.received(1)).toEqual(['hi']);
  });

  test('POST during $connect is 410: the connection is not open yet', async () => {
    let status = 0;
    const gateway: Awaited<ReturnType<typeof socketGateway>> = await socketGateway(CHAT, {
      ...iam(may()),
      work: async (event: { requestContext: { connectionId: string; eventType: string } }) => {
        const { connectionId: id, eventType } = event.requestContext;
        if (eventType === 'CONNECT') ({ status } = await manage(gateway, { id, body: 'early' }));
        return { statusCode: 200 };
      },
    });
    await connected(gateway);
    expect(status).toBe(410);
  });
});

describe('reference section 8: who may', () => {
  test('unsigned: 403 Missing Authentication Token', async () => {
    const { gateway, id } = await chat(may());
    const answer = await manage(gateway, { id, signed: false });
    expect([answer.status, answer.body]).toEqual([403, '{"message":"Missing Authentication Token"}']);
  });

  const ARN = 'arn:aws:execute-api:us-east-1:000000000000:api1';
  test.each<[name: string, policies: string[], status: number]>([
    ['no policy', [], 403],
    ['execute-api:Invoke alone', [may('*', 'Allow', 'execute-api:Invoke')], 403],
    ['the stage', [may(`${ARN}/prod/*`)], 200],
    ['POST on @connections', [may(`${ARN}/prod/POST/@connections/*`)], 200],
    ['DELETE alone', [may(`${ARN}/prod/DELETE/@connections/*`)], 403],
    ['another stage', [may(`${ARN}/test/*`)], 403],
    ['a Deny beside the Allow', [may(), may('*', 'Deny')], 403],
  ])('a policy for %s', async (_name, policies, status) => {
    const { gateway, id } = await chat(...policies);
    expect((await manage(gateway, { id })).status).toBe(status);
  });

  test('the account’s throttle counts: 429 LimitExceededException', async () => {
    const account = {
      ...{ accountId: '000000000000', region: 'us-east-1', egressAllowList: [] },
      throttle: { rateLimit: 0.001, burstLimit: 1 },
    };
    const gateway = await socketGateway(ECHO, { ...iam(may()), account });
    expect((await manage(gateway, { id: NOWHERE })).status).toBe(410);
    const answer = await manage(gateway, { id: NOWHERE });
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([429, 'LimitExceededException']);
  });
});

test('counters that are out of order stop nobody: limits are best effort', async () => {
  const counters = {
    takeTokens: async () => {
      throw new Error('out of order');
    },
    takeQuota: async () => ({ taken: true }),
  };
  const gateway = await socketGateway(ECHO, { ...iam(may()), ports: { counters } });
  const client = await connected(gateway);
  client.webSocket.send('{"a":1}');
  expect(await client.received(1)).toHaveLength(1);
  expect((await manage(gateway, { id: NOWHERE })).status).toBe(410);
});

test('ids are unguessable: no two alike, 11 bytes', async () => {
  const { gateway, id } = await chat(may());
  await connected(gateway);
  const events = eventsOf(gateway) as unknown as { requestContext: { connectionId: string } }[];
  const ids = events.map(({ requestContext }) => requestContext.connectionId);
  expect(new Set(ids).size).toBe(2);
  expect(Buffer.from(id, 'base64url')).toHaveLength(11);
});
