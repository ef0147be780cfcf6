import { once } from 'node:events';
import { connect as connectTo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { route } from '../testing';
import { rawClient, rawExchange } from '../transport/testing/rawClient';
import { closeCode, type FrameParts, frame, handshake, rawSocket, sentFrames } from './testing/rawSocket';
import {
  CHAT,
  connected,
  ECHO,
  eventsOf,
  type SocketGateway,
  socketGateway,
  twoWay,
} from './testing/socketGateway';

/** Another client is served as before. */
async function goesOn(gateway: SocketGateway): Promise<void> {
  const client = await connected(gateway);
  client.webSocket.send('{"a":1}');
  expect(await client.received(1)).toHaveLength(1);
  client.webSocket.close();
}

/** A two-way `$default`, and `$disconnect`, to the function. */
const LEFT = { ...CHAT, routes: [route('$default', twoWay), route('$disconnect')] };

/** The code that `$disconnect` is told of the first connection that ends. */
async function endingTold(gateway: SocketGateway): Promise<number | undefined> {
  const ending = () => {
    const events = eventsOf(gateway) as unknown as { requestContext: { disconnectStatusCode?: number } }[];
    return events
      .map(({ requestContext }) => requestContext.disconnectStatusCode)
      .find((code) => code !== undefined);
  };
  await expect.poll(ending, { interval: 5 }).toBeDefined();
  return ending();
}

const TEXT_UTF8 = Buffer.from([
  0xce, 0xba, 0xe1, 0xbd, 0xb9, 0xcf, 0x83, 0xce, 0xbc, 0xce, 0xb5, 0xed, 0xa0, 0x80,
]);

describe('B4: the right close code, and the worker goes on', () => {
  test.each<[name: string, code: number, frames: FrameParts[]]>([
    ['an unmasked frame', 1002, [{ masked: false, payload: 'a' }]],
    ['an unmasked ping', 1002, [{ masked: false, opcode: 9 }]],
    ['RSV1 without an extension', 1002, [{ reserved: 4, payload: 'a' }]],
    ['RSV2', 1002, [{ reserved: 2, payload: 'a' }]],
    ['RSV3', 1002, [{ reserved: 1, payload: 'a' }]],
    ['all reserved bits of a ping', 1002, [{ reserved: 7, opcode: 9 }]],
    ...[3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map((opcode): [string, number, FrameParts[]] => [
      `opcode ${opcode}`,
      1002,
      [{ opcode, payload: 'a' }],
    ]),
    ['a ping of 126 bytes', 1002, [{ opcode: 9, payload: 'a'.repeat(126) }]],
    ['a pong of 126 bytes', 1002, [{ opcode: 10, payload: 'a'.repeat(126) }]],
    ['a close of 126 bytes', 1002, [{ opcode: 8, payload: 'a'.repeat(126) }]],
    ['a fragmented ping', 1002, [{ opcode: 9, fin: false, payload: 'a' }]],
    ['a fragmented close', 1002, [{ opcode: 8, fin: false }]],
    ['a continuation of nothing', 1002, [{ opcode: 0, payload: 'a' }]],
    ['a text inside a fragmented text', 1002, [{ fin: false, payload: 'a' }, { payload: 'b' }]],
    ['a close of one byte', 1002, [{ opcode: 8, payload: 'a' }]],
    ...[0, 999, 1004, 1005, 1006, 1016, 2999, 5000].map((code): [string, number, FrameParts[]] => [
      `a close with ${code}`,
      1002,
      [{ opcode: 8, payload: Buffer.from([code >> 8, code & 255]) }],
    ]),
    ['a close whose reason is no UTF-8', 1007, [{ opcode: 8, payload: Buffer.from([3, 232, 0xff]) }]],
    ['a text that is no UTF-8', 1007, [{ payload: TEXT_UTF8 }]],
    ['an overlong form', 1007, [{ payload: Buffer.from([0xc0, 0xaf]) }]],
    ['half a letter at the end', 1007, [{ payload: Buffer.from([0xe2, 0x82]) }]],
    ['a binary frame', 1003, [{ opcode: 2, payload: 'a' }]],
    ['a frame of 32 KB and a byte', 1009, [{ payload: 'a'.repeat(32_769) }]],
    ['a frame that says 128 KB and a byte', 1009, [{ length: 131_073 }]],
    ['a frame that says 2^40 bytes', 1009, [{ length: 2 ** 40 }]],
    [
      'a message of 160 KB in frames of 32 KB',
      1009,
      [0, 1, 2, 3, 4].map((index) => ({
        fin: index === 4,
        opcode: index === 0 ? 1 : 0,
        payload: 'a'.repeat(32_768),
      })),
    ],
  ])('%s: %i', async (_name, code, frames) => {
    const gateway = await socketGateway(LEFT, { limits: { closeTimeout: 100 } });
    const client = await rawSocket(gateway);
    client.socket.write(Buffer.concat(frames.map(frame)));
    const { text } = await client.closed;
    expect(closeCode(text)).toBe(code);
    expect(await endingTold(gateway)).toBe(code);
    await goesOn(gateway);
  });

  test.each<[name: string, frames: FrameParts[], text: string]>([
    ['a frame of 32 KB', [{ payload: 'a'.repeat(32_768) }], 'a'.repeat(32_768)],
    [
      'a letter cut by fragments, pings between',
      [
        { fin: false, payload: Buffer.from([0xe2]) },
        { opcode: 9, payload: 'p' },
        { fin: false, opcode: 0, payload: Buffer.from([0x82]) },
        { opcode: 0, payload: Buffer.from([0xac]) },
      ],
      '€',
    ],
    [
      '128 KB in fragments of one byte',
      Array.from({ length: 131_072 }, (_, index) => ({
        fin: index === 131_071,
        opcode: index === 0 ? 1 : 0,
        payload: 'a',
      })),
      'a'.repeat(131_072),
    ],
    ['empty fragments', [{ fin: false }, { fin: false, opcode: 0 }, { opcode: 0, payload: 'a' }], 'a'],
  ])('%s is read', async (_name, frames, text) => {
    const gateway = await socketGateway(
      { ...CHAT, routes: [route('$default', twoWay)] },
      {
        work: ({ body }: { body: string }) => ({
          statusCode: 200,
          body: `${body.length} ${body.slice(0, 1)}`,
        }),
      },
    );
    const client = await rawSocket(gateway);
    client.socket.write(Buffer.concat(frames.map(frame)));
    await client.until(new RegExp(`${text.length} `));
    client.socket.destroy();
  });
});

const FAULTS: [name: string, code: number, fault: FrameParts, behind?: FrameParts][] = [
  ['RSV1', 1002, { reserved: 4, payload: 'a' }],
  ['a binary frame', 1003, { opcode: 2, payload: 'a' }],
  ['a text that is no UTF-8', 1007, { payload: TEXT_UTF8 }],
  ['half a text that is no UTF-8', 1007, { fin: false, payload: TEXT_UTF8 }, { opcode: 9 }],
  ['a frame that is too long', 1009, { payload: 'a'.repeat(32_769) }],
];

describe('B4: a message ahead of a fault is answered, and none behind it is read', () => {
  /** Answers of the function are held until the test lets go. */
  async function holding(closeTimeout: number) {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const gateway = await socketGateway(LEFT, {
      work: async ({ body }: { body?: string }) => {
        if (body !== undefined) await held;
        return { statusCode: 200, body };
      },
      limits: { closeTimeout },
    });
    return { gateway, client: await rawSocket(gateway), letGo };
  }
  const around = (fault: FrameParts, behind: FrameParts = { payload: 'behind' }) =>
    Buffer.concat([{ payload: 'ahead' }, fault, behind].map(frame));

  test.each(FAULTS)('%s: %i', async (_name, code, fault, behind) => {
    // Of what is held here for a moment; a process that is kept waiting holds it for longer.
    const { gateway, client, letGo } = await holding(3_000);
    client.socket.write(around(fault, behind));
    await expect.poll(() => gateway.functions.calls.length, { interval: 5 }).toBe(1);
    expect(closeCode(client.received())).toBeUndefined();
    letGo();
    expect(sentFrames((await client.closed).text).filter((one) => one !== 'pong:')).toEqual([
      'text:ahead',
      `close:${code}`,
    ]);
    expect(await endingTold(gateway)).toBe(code);
    expect(gateway.functions.calls).toHaveLength(2);
  });

  test.each(
    FAULTS,
  )('%s: %i, and an answer that takes too long is not waited for', async (_name, code, fault, behind) => {
    const { gateway, client, letGo } = await holding(100);
    client.socket.write(around(fault, behind));
    await expect.poll(() => gateway.functions.calls.length, { interval: 5 }).toBe(1);
    gateway.clock.advance(100);
    expect(closeCode((await client.closed).text)).toBe(code);
    letGo();
    expect(await endingTold(gateway)).toBe(code);
  });

  test.each(
    FAULTS,
  )('%s: %i is what $disconnect is told of a client that leaves meanwhile', async (_name, code, fault, behind) => {
    const { gateway, client, letGo } = await holding(100);
    client.socket.write(around(fault, behind));
    await expect.poll(() => gateway.functions.calls.length, { interval: 5 }).toBe(1);
    client.socket.destroy();
    letGo();
    expect(await endingTold(gateway)).toBe(code);
  });
});

describe('B4: handshakes', () => {
  test.each<[name: string, status: number, change: (head: string) => string]>([
    ['no key', 400, (head) => head.replace(/Sec-WebSocket-Key: .*\r\n/, '')],
    ['a short key', 400, (head) => head.replace(/(Sec-WebSocket-Key: ).*/, '$1abc')],
    ['version 8', 426, (head) => head.replace('Version: 13', 'Version: 8')],
    ['no version', 426, (head) => head.replace('Sec-WebSocket-Version: 13\r\n', '')],
    ['two Host headers', 400, (head) => head.replace('\r\n\r\n', '\r\nHost: b\r\n\r\n')],
    [
      'the same subprotocol twice',
      400,
      (head) => head.replace('\r\n\r\n', '\r\nSec-WebSocket-Protocol: a, a\r\n\r\n'),
    ],
    [
      'a header over 20,480 bytes',
      413,
      (head) => head.replace('\r\n\r\n', `\r\nX: ${'a'.repeat(20_480)}\r\n\r\n`),
    ],
    ['POST', 403, (head) => head.replace('GET', 'POST').replace('\r\n\r\n', '\r\nContent-Length: 0\r\n\r\n')],
    ['a URL of 4,097', 414, (head) => head.replace('/prod', `/prod?${'a'.repeat(4_091)}`)],
    ['dots in the path', 400, (head) => head.replace('/prod', '/x/../prod')],
  ])('%s: %i, and nothing is called', async (_name, status, change) => {
    const gateway = await socketGateway(CHAT);
    const bytes = change(handshake(gateway.port, ['X-End: 1'])).replace(
      'Connection: Upgrade',
      'Connection: Upgrade, close',
    );
    const { statuses } = await rawExchange(gateway.port, bytes);
    expect(statuses).toEqual([status]);
    expect(gateway.functions.calls).toEqual([]);
  });

  test('a URL of 4,096 is read', async () => {
    const gateway = await socketGateway(CHAT);
    await connected(gateway, { path: `/prod?${'a'.repeat(4_090)}` });
    expect(gateway.functions.calls).toHaveLength(1);
  });

  test('permessage-deflate is offered by every browser and never taken', async () => {
    const gateway = await socketGateway(ECHO);
    const client = rawClient(gateway.port);
    client.socket.write(
      handshake(gateway.port, ['Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits']),
    );
    const head = await client.until(/\r\n\r\n/);
    expect(head).toMatch(/^HTTP\/1\.1 101 /);
    expect(head).not.toMatch(/sec-websocket-extensions/i);
    client.socket.destroy();
  });

  test('an upgrade with a body is the plain request that it also is: nothing of the body is read as frames', async () => {
    const gateway = await socketGateway(CHAT);
    const head = handshake(gateway.port, ['Content-Length: 4']).replace(
      'Connection: Upgrade',
      'Connection: Upgrade, close',
    );
    const { statuses } = await rawExchange(gateway.port, `${head}abcd`);
    expect(statuses).toEqual([403]);
  });

  test('behind a call that is still answered it is a plain request', async () => {
    const gateway = await socketGateway(CHAT);
    const first = `GET /ping HTTP/1.1\r\nHost: a\r\n\r\n`;
    const second = handshake(gateway.port).replace('Connection: Upgrade', 'Connection: Upgrade, close');
    const { statuses } = await rawExchange(gateway.port, first + second);
    expect(statuses).toEqual([200, 403]);
  });

  test('frames that come with the handshake are read after it', async () => {
    const gateway = await socketGateway(ECHO);
    const client = rawClient(gateway.port);
    client.socket.write(Buffer.concat([Buffer.from(handshake(gateway.port)), frame({ payload: 'x' })]));
    await client.until(/101 Switching.*\r\n\r\n.+/s);
    client.socket.destroy();
  });

  test('a client that leaves while it is held is told to $disconnect, and the worker goes on', async () => {
    let letIn = () => {};
    const held = new Promise<void>((resolve) => {
      letIn = resolve;
    });
    let began = () => {};
    const running = new Promise<void>((resolve) => {
      began = resolve;
    });
    const gateway = await socketGateway(CHAT, {
      work: async ({ requestContext }: { requestContext: { eventType: string } }) => {
        if (requestContext.eventType !== 'CONNECT') return { statusCode: 200 };
        began();
        await held;
        return { statusCode: 200 };
      },
    });
    const socket = connectTo(gateway.port, '127.0.0.1');
    socket.write(handshake(gateway.port));
    await running;
    socket.resetAndDestroy();
    await once(socket, 'close');
    letIn();
    const calls = await gateway.recorder.recorded(2);
    expect(calls.map(({ httpMethod }) => httpMethod)).toEqual(['CONNECT', 'DISCONNECT']);
  });
});

describe('floods', () => {
  const PING = frame({ opcode: 9, payload: 'x'.repeat(125) });
  const pings = (count: number) => Buffer.concat(Array.from({ length: count }, () => PING));

  test('10,000 pings of a client that reads are answered, every one', async () => {
    const gateway = await socketGateway(LEFT);
    const client = await rawSocket(gateway);
    client.socket.write(Buffer.concat([pings(10_000), frame({ payload: 'end' })]));
    await expect.poll(() => sentFrames(client.received()).length).toBe(10_001);
    expect(new Set(sentFrames(client.received()))).toEqual(new Set([`pong:${'x'.repeat(125)}`, 'text:']));
    await goesOn(gateway);
  });

  test('pings whose pongs nobody reads end the connection once too much waits: 1008, in bounded memory', async () => {
    const gateway = await socketGateway(LEFT, { limits: { bufferedBytes: 100_000 } });
    const client = await rawSocket(gateway);
    client.socket.on('error', () => undefined);
    client.socket.pause();
    client.socket.write(pings(200_000));
    expect(await endingTold(gateway)).toBe(1008);
    client.socket.destroy();
    await goesOn(gateway);
  });

  test('a client that does not read is closed once too much waits for it: 1008', async () => {
    const gateway = await socketGateway(LEFT, {
      work: () => ({ statusCode: 200, body: 'a'.repeat(120_000) }),
      limits: { bufferedBytes: 200_000 },
    });
    const client = await connected(gateway);
    client.webSocket.pause();
    for (let index = 0; index < 400; index += 1) client.webSocket.send('x');
    expect(await endingTold(gateway)).toBe(1008);
  });

  test('a client that takes nothing for 30 s is closed: 1008', async () => {
    const gateway = await socketGateway(LEFT, {
      work: () => ({ statusCode: 200, body: 'a'.repeat(120_000) }),
      limits: { bufferedBytes: 100_000_000 },
    });
    const client = await connected(gateway);
    client.webSocket.pause();
    for (let index = 0; index < 100; index += 1) client.webSocket.send('x');
    await gateway.recorder.recorded(101);
    const look = () => {
      gateway.clock.advance(31_000);
      return gateway.recorder.calls.some(({ httpMethod }) => httpMethod === 'DISCONNECT');
    };
    await expect.poll(look).toBe(true);
    expect(await endingTold(gateway)).toBe(1008);
  });
});
