import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { route } from '../testing';
import { rawSocket, sentFrames } from './testing/rawSocket';
import {
  CHAT,
  connected,
  ECHO,
  eventsOf,
  socketGateway,
  socketSnapshot,
  twoWay,
} from './testing/socketGateway';

/** ms; what waits for its end fails by the test's own time */
const ONE_HOUR = 3_600_000;
const GOING_AWAY = { code: 1001, reason: 'Going away' };

describe('reference section 2: how long a connection lives', () => {
  test('idle 10 minutes: closed with 1001', async () => {
    const gateway = await socketGateway(ECHO);
    const { closed } = await connected(gateway);
    gateway.clock.advance(600_000);
    expect(await closed).toEqual(GOING_AWAY);
  });

  test.each(['a message', 'a ping'])('%s counts as activity', async (kind) => {
    const gateway = await socketGateway(ECHO);
    const client = await connected(gateway);
    gateway.clock.advance(599_000);
    if (kind === 'a ping') {
      client.webSocket.ping();
      await once(client.webSocket, 'pong');
    } else {
      client.webSocket.send('{}');
      await client.received(1);
    }
    gateway.clock.advance(599_000);
    client.webSocket.ping();
    await once(client.webSocket, 'pong');
    expect(client.webSocket.readyState).toBe(client.webSocket.OPEN);
  });

  test('a frame to the client counts as activity too', async () => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const gateway = await socketGateway(
      { ...CHAT, routes: [route('$default', twoWay)] },
      { work: () => held.then(() => ({ statusCode: 200, body: 'late' })) },
    );
    const { webSocket, received } = await connected(gateway);
    webSocket.send('{}');
    await expect.poll(() => gateway.functions.calls.length, { interval: 5 }).toBe(1);
    gateway.clock.advance(599_000);
    answer();
    await received(1);
    gateway.clock.advance(599_000);
    webSocket.ping();
    await once(webSocket, 'pong');
    expect(webSocket.readyState).toBe(webSocket.OPEN);
  });

  test('the gateway sends no pings of its own', async () => {
    const gateway = await socketGateway(ECHO, { limits: { closeTimeout: 50 } });
    const client = await rawSocket(gateway);
    for (let minute = 0; minute < 10; minute += 1) gateway.clock.advance(60_000);
    expect(sentFrames((await client.closed).text)).toEqual(['close:1001']);
  });

  test('two hours in all: closed with 1001 although it is active', async () => {
    const gateway = await socketGateway(ECHO, { limits: { idleTimeout: 9_000_000 } });
    const { closed } = await connected(gateway);
    gateway.clock.advance(7_200_000);
    expect(await closed).toEqual(GOING_AWAY);
  });

  test('a ping is answered with what it held', async () => {
    const { webSocket } = await connected(await socketGateway(ECHO));
    webSocket.ping('abc');
    const [data] = (await once(webSocket, 'pong')) as [Buffer];
    expect(data.toString()).toBe('abc');
  });
});

describe('reference section 2: $disconnect', () => {
  test.each([
    [
      'the client says 1000',
      1000,
      '',
      { disconnectStatusCode: 1000, disconnectReason: 'Connection Closed Normally' },
    ],
    ['the client says why', 4000, 'bye', { disconnectStatusCode: 4000, disconnectReason: 'bye' }],
    [
      'the client says nothing',
      undefined,
      '',
      { disconnectStatusCode: 1005, disconnectReason: 'Client-side close frame status not set' },
    ],
  ])('%s', async (_name, code, reason, told) => {
    const gateway = await socketGateway({ ...CHAT, routes: [route('$disconnect')] });
    const { webSocket } = await connected(gateway);
    webSocket.close(code, reason);
    await gateway.recorder.recorded(2);
    const [event] = eventsOf(gateway);
    expect(event).toMatchObject({
      headers: {
        Host: `api1.execute-api.localhost:${gateway.port}`,
        'x-api-key': '',
        'X-Forwarded-For': '',
        'x-restapi': '',
      },
      requestContext: { routeKey: '$disconnect', eventType: 'DISCONNECT', ...told },
      isBase64Encoded: false,
    });
  });

  test('a client that vanishes is told as 1006', async () => {
    const gateway = await socketGateway({ ...CHAT, routes: [route('$disconnect')] });
    const { webSocket } = await connected(gateway);
    webSocket.terminate();
    await gateway.recorder.recorded(2);
    expect(eventsOf(gateway)[0]).toMatchObject({ requestContext: { disconnectStatusCode: 1006 } });
  });

  test('what the integration says counts for nothing', async () => {
    const gateway = await socketGateway(
      { ...CHAT, routes: [route('$disconnect')] },
      {
        work: () => {
          throw new Error('broken');
        },
      },
    );
    const { webSocket, closed } = await connected(gateway);
    webSocket.close(1000);
    expect((await closed).code).toBe(1000);
    expect((await gateway.recorder.recorded(2))[1]).toMatchObject({ httpMethod: 'DISCONNECT', status: 502 });
  });
});

describe('what the stage does', () => {
  test('a stage that is deleted closes its connections, another publication does not', async () => {
    const gateway = await socketGateway(ECHO);
    const client = await connected(gateway);
    gateway.gateway.apply({ ...socketSnapshot(ECHO), revision: 2 });
    client.webSocket.send('{}');
    await client.received(1);
    gateway.gateway.apply({ ...socketSnapshot(ECHO, { stage: { stageName: 'other' } }), revision: 3 });
    expect(await client.closed).toEqual(GOING_AWAY);
  });

  test('F12 a gateway that ends closes with 1001, after what is at work was answered', async () => {
    let letGo = () => {};
    const asked = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let began = () => {};
    const running = new Promise<void>((resolve) => {
      began = resolve;
    });
    const gateway = await socketGateway(
      { ...CHAT, routes: [route('$default', twoWay)] },
      {
        work: async () => {
          began();
          await asked;
          return { statusCode: 200, body: 'late' };
        },
      },
    );
    const busy = await connected(gateway);
    const idle = await connected(gateway);
    busy.webSocket.send('x');
    await running;
    const ended = gateway.gateway.close(5_000);
    expect(await idle.closed).toEqual(GOING_AWAY);
    letGo();
    expect(await busy.received(1)).toEqual(['late']);
    expect(await busy.closed).toEqual(GOING_AWAY);
    await ended;
  });

  test('F12 a client that does not answer the close frame is cut off in time', async () => {
    const gateway = await socketGateway(ECHO, { limits: { closeTimeout: 50 } });
    const { webSocket } = await connected(gateway);
    webSocket.pause();
    const closed = gateway.gateway.close(ONE_HOUR).then(() => 'closed');
    expect(await closed).toBe('closed');
  });
});

test.each([
  [131_072, 'a'.repeat(131_072)],
  [131_073, 'Internal server error'],
])('reference section 2: an answer of %i bytes; 128 KB is the most', async (length, expected) => {
  const gateway = await socketGateway(
    { ...CHAT, routes: [route('$default', twoWay)] },
    { work: () => ({ statusCode: 200, body: 'a'.repeat(length) }) },
  );
  const client = await connected(gateway);
  client.webSocket.send('{}');
  expect(String((await client.received(1))[0]).includes(expected)).toBe(true);
});
