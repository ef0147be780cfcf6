import { describe, expect, test } from 'vitest';
import { route } from '../testing';
import type { RawClient } from '../transport/testing/rawClient';
import { type FrameParts, frame, rawSocket, sentFrames } from './testing/rawSocket';
import { LAMBDA, socketGateway, twoWay } from './testing/socketGateway';

/*
 * B4 in the spirit of Autobahn's cases (https://github.com/crossbario/autobahn-testsuite; the numbers are those of its
 * case files), within AWS's bounds: no binary frames from clients, frames of 32 KB, messages of 128 KB. The suite
 * itself (25.10, strict, with larger bounds) fails nothing but what AWS refuses: 1.2, 9.2, 9.4, 9.6 and 9.8 send bytes
 * and are closed with 1003; 12 and 13 need permessage-deflate, which is offered and not taken (badFrames.test.ts).
 */

/** A client of a route whose function answers what came. */
async function echoed(): Promise<RawClient> {
  const gateway = await socketGateway(
    { routes: [route('$default', twoWay)], integrations: [LAMBDA] },
    { work: ({ body }: { body: string }) => ({ statusCode: 200, body }), limits: { closeTimeout: 100 } },
  );
  return rawSocket(gateway);
}

const bytes = (...values: number[]) => Buffer.from(values);
const closing = (code: number, reason: string | Buffer = ''): FrameParts => ({
  opcode: 8,
  payload: Buffer.concat([bytes(code >> 8, code & 255), Buffer.from(reason)]),
});
const text = (payload: string | Buffer, part: FrameParts = {}): FrameParts => ({ payload, ...part });
const ping = (payload: string | Buffer = '', part: FrameParts = {}): FrameParts => ({
  opcode: 9,
  payload,
  ...part,
});
const pong = (payload = ''): FrameParts => ({ opcode: 10, payload });
/** A text in so many frames, with what is sent between them. */
function cut(whole: string | Buffer, at: number[], between: FrameParts[] = []): FrameParts[] {
  const payload = Buffer.from(whole);
  const ends = [...at, payload.length];
  return ends.flatMap((end, index) => {
    const opcode = index === 0 ? 1 : 0;
    const part = { opcode, fin: index === at.length, payload: payload.subarray(ends[index - 1] ?? 0, end) };
    return index === 0 ? [part] : [...between, part];
  });
}

/** A client of which every byte comes by itself. */
async function drip({ socket }: RawClient, whole: Buffer): Promise<void> {
  socket.setNoDelay();
  for (const byte of whole) await new Promise((resolve) => socket.write(bytes(byte), resolve));
}

const WAYS: Record<string, (client: RawClient, whole: Buffer) => unknown> = {
  'at once': ({ socket }, whole) => socket.write(whole),
  'byte by byte': drip,
};
type Case = [rule: string, sent: FrameParts[], frames: string[]];

/** Sends the frames either way, waits for what is expected, closes, and looks that nothing else came. */
const hold = (cases: Case[], ways = Object.keys(WAYS)) =>
  test.each(
    ways.flatMap((way) => cases.map((one): [...Case, string] => [...one, way])),
  )('%s', async (_rule, frames, expected, way) => {
    const client = await echoed();
    await WAYS[way]?.(client, Buffer.concat(frames.map(frame)));
    await expect.poll(() => sentFrames(client.received()), { interval: 5 }).toEqual(expected);
    const isClosed = expected.some((one) => one.startsWith('close'));
    if (!isClosed) client.socket.write(frame(closing(1000)));
    const all = sentFrames((await client.closed).text);
    expect(all).toEqual(isClosed ? expected : [...expected, 'close:1000']);
  });

const LONG = 'x'.repeat(125);

describe('1: text of every form of length', () => {
  hold(
    [0, 125, 126, 127, 128, 32_767, 32_768].map(
      (length): Case => [`${length} bytes`, [text('*'.repeat(length))], [`text:${'*'.repeat(length)}`]],
    ),
    ['at once'],
  );
  hold([['126 bytes', [text(`${LONG}y`)], [`text:${LONG}y`]]], ['byte by byte']);
});

describe('2: pings and pongs', () => {
  hold([
    ['2.1 an empty ping', [ping()], ['pong:']],
    ['2.2 with a text', [ping('Hello')], ['pong:Hello']],
    ['2.3 with bytes', [ping(bytes(0, 255, 254, 253))], [`pong:${bytes(0, 255, 254, 253)}`]],
    ['2.4, 2.6 of 125 bytes', [ping(LONG)], [`pong:${LONG}`]],
    ['2.5 of 126', [ping(`${LONG}y`)], ['close:1002']],
    ['2.7, 2.8 pongs that nobody asked for', [pong(), pong('Hello'), text('a')], ['text:a']],
    ['2.9 one of them, then a ping', [pong('Hello'), ping('b')], ['pong:b']],
    [
      '2.10, 2.11 ten pings, in their order',
      Array.from({ length: 10 }, (_, index) => ping(`${index}`)),
      Array.from({ length: 10 }, (_, index) => `pong:${index}`),
    ],
  ]);
});

describe('3, 4: what no extension gave a meaning', () => {
  const reserved = [1, 2, 3, 4, 5, 6, 7].flatMap((bits): Case[] => [
    [`3 RSV ${bits} of a text`, [text('a', { reserved: bits })], ['close:1002']],
    [`3 RSV ${bits} of a ping`, [ping('a', { reserved: bits })], ['close:1002']],
    [`3 RSV ${bits} of a close`, [{ ...closing(1000), reserved: bits }], ['close:1002']],
  ]);
  const opcodes = [3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map(
    (opcode): Case => [`4 opcode ${opcode}`, [{ opcode }, ping('late')], ['close:1002']],
  );
  hold([...reserved, ...opcodes]);
  const ahead = [text('Hello'), text('b')];
  const answered = ['text:Hello', 'text:b', 'close:1002'];
  hold([
    [
      '3.2, 3.3 RSV behind texts, which are answered',
      [...ahead, text('c', { reserved: 4 }), ping()],
      answered,
    ],
    ...[3, 5, 6, 7, 11, 13, 14, 15].map(
      (opcode): Case => [
        `4.1.3 to 4.2.5 opcode ${opcode} behind texts, which are answered`,
        [...ahead, { opcode, payload: 'c' }, ping()],
        answered,
      ],
    ),
  ]);
});

describe('5: fragments', () => {
  const two = cut('fragment1fragment2', [9]);
  const five = ['fragment1', 'fragment2', 'fragment3', 'fragment4', 'fragment5'].join('');
  hold([
    ['5.1 a ping in two', [ping('a', { fin: false }), { opcode: 0, payload: 'b' }], ['close:1002']],
    ['5.2 a pong in two', [{ ...pong('a'), fin: false }, { opcode: 0 }], ['close:1002']],
    ['5.3 to 5.5 a text in two', two, ['text:fragment1fragment2']],
    [
      '5.6 to 5.8 a ping between',
      cut('fragment1fragment2', [9], [ping('p')]),
      ['pong:p', 'text:fragment1fragment2'],
    ],
    ['5.9 a continuation of nothing, that ends', [{ opcode: 0, payload: 'a' }], ['close:1002']],
    ['5.12 one that goes on', [{ opcode: 0, fin: false, payload: 'a' }], ['close:1002']],
    [
      '5.13, 5.15 a continuation of nothing behind a text in two, which is answered',
      [...two, { opcode: 0, fin: false, payload: 'fragment3' }, text('fragment4')],
      ['text:fragment1fragment2', 'close:1002'],
    ],
    ['5.18 a text inside a text', [text('a', { fin: false }), text('b')], ['close:1002']],
    [
      '5.19, 5.20 five, pings between',
      cut(five, [9, 18, 27, 36], [ping('p')]),
      ['pong:p', 'pong:p', 'pong:p', 'pong:p', `text:${five}`],
    ],
  ]);
});

const VALID = [
  'κόσμε',
  'Hello-µ@ßöäüàá-UTF-8!!',
  ...['\u0000', '\u0080', '\u0800', '\u{10000}', '\u007f', '\u07ff', '\uffff', '\u{10ffff}'],
  ...['\ud7ff', '\ue000', '\ufffd', '\ufffe', '\ufdd0', '\u{1fffe}', '\u{10fffe}'],
];
const INVALID = [
  ...['80', 'bf', '80bf', '80bf80bfbf'],
  ...['c0', 'c020', 'df20', 'e020', 'ef20', 'f020', 'f720', 'f820', 'fc20', 'fe', 'ff', 'fefeffff'],
  ...['e08020', 'f0808020', 'dfbf80', 'cebae1', 'cebae1bdb9cf83cebcceb5eda080656469746564'],
  ...['c0af', 'e080af', 'f08080af', 'f8808080af', 'fc80808080af', 'c1bf', 'e09fbf', 'f08fbfbf'],
  ...['f4908080', 'f7bfbfbf', 'f888808080', 'fc8480808080'],
  ...['eda080', 'edadbf', 'edae80', 'edafbf', 'edb080', 'edbfbf', 'eda080edb080', 'edafbfedbfbf'],
];

describe('6: UTF-8', () => {
  hold(VALID.map((one): Case => [`valid: ${JSON.stringify(one)}`, [text(one)], [`text:${one}`]]));
  hold(
    VALID.slice(0, 2).map((one): Case => {
      const every = Array.from({ length: Buffer.byteLength(one) - 1 }, (_, index) => index + 1);
      return [`6.2.3 every byte of ${one} in a frame of its own`, cut(one, every), [`text:${one}`]];
    }),
  );
  hold(INVALID.map((hex): Case => [`invalid: ${hex}`, [text(Buffer.from(hex, 'hex'))], ['close:1007']]));
  hold(
    INVALID.map((hex): Case => {
      const half = Buffer.from(`61${hex}`, 'hex');
      return [`invalid in two frames: ${hex}`, cut(half, [half.length >> 1]), ['close:1007']];
    }),
    ['at once'],
  );
});

describe('6.4: UTF-8 that is wrong in a message that goes on fails at once (RFC 6455 8.1)', () => {
  const head = Buffer.from('κόσμε');
  const whole = Buffer.concat([head, bytes(0xf4, 0x90, 0x80, 0x80), Buffer.from('edited')]);
  const open = (...parts: Buffer[]) =>
    parts.map((payload, index): FrameParts => ({ payload, fin: false, opcode: index === 0 ? 1 : 0 }));
  hold([
    ['6.4.1 in the second fragment', open(head, bytes(0xf4, 0x90, 0x80, 0x80)), ['close:1007']],
    ['6.4.2 at the byte that no letter goes on with', open(head, bytes(0xf4), bytes(0x90)), ['close:1007']],
    ['behind a text, which is answered', [text('a'), ...open(bytes(0xff))], ['text:a', 'close:1007']],
    [
      'a ping between',
      [...open(bytes(0xf4)), ping('p'), ...open(bytes(0x90)).map((one) => ({ ...one, opcode: 0 }))],
      ['pong:p', 'close:1007'],
    ],
  ]);
  test.each([
    ['6.4.3 four bytes of them', head.length + 4],
    ['6.4.4 at the byte that no letter goes on with', head.length + 2],
  ])('%s, in one frame that has not ended', async (_rule, length) => {
    const client = await echoed();
    client.socket.write(frame(text(whole)).subarray(0, 6 + length));
    expect(sentFrames((await client.closed).text)).toEqual(['close:1007']);
  });
});

describe('7: closing', () => {
  const codes = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4999];
  const wrong = [0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999, 5000, 65_535];
  hold([
    ['7.1.2 two closes', [closing(1000), closing(1000)], ['close:1000']],
    ['7.1.3 a ping after the close', [closing(1000), ping('late')], ['close:1000']],
    ['7.1.4 a text after the close', [closing(1000), text('late')], ['close:1000']],
    [
      '7.1.5 a close between two fragments',
      [text('a', { fin: false }), closing(1000), { opcode: 0 }],
      ['close:1000'],
    ],
    ['7.3.1 without a code', [{ opcode: 8 }], ['close:']],
    ['7.3.2 of one byte', [{ opcode: 8, payload: 'a' }], ['close:1002']],
    ['7.3.4 with a reason', [closing(1000, 'Hello World')], ['close:1000']],
    ['7.3.5 with the longest', [closing(1000, '*'.repeat(123))], ['close:1000']],
    ['7.3.6 with one too long', [closing(1000, '*'.repeat(124))], ['close:1002']],
    ['7.5.1 whose reason is no UTF-8', [closing(1000, bytes(0xce, 0xba, 0xe1))], ['close:1007']],
    ...codes.map((code): Case => [`7.7 ${code}`, [closing(code)], [`close:${code}`]]),
    ...wrong.map((code): Case => [`7.9 ${code}`, [closing(code)], ['close:1002']]),
  ]);
});

describe('1.2, 9, 10: what AWS bounds, and what it cuts', () => {
  const large = 'a'.repeat(65_536);
  const cuts = Array.from({ length: Math.floor(65_535 / 1_300) }, (_, index) => (index + 1) * 1_300);
  const half = large.slice(32_768);
  hold(
    [
      ['1.2 bytes', [{ opcode: 2, payload: bytes(0xfe) }], ['close:1003']],
      ...[64, 256, 1_024, 4_096].map(
        (size): Case => [
          `9.3 64 KB in frames of ${size}`,
          cut(
            large,
            Array.from({ length: 65_536 / size - 1 }, (_, index) => (index + 1) * size),
          ),
          [`text:${half}`, `more:${half}`],
        ],
      ),
      ['10.1.1 64 KB in 51 frames', cut(large, cuts), [`text:${half}`, `more:${half}`]],
      ['a frame of 32 KB and a byte', [text('a'.repeat(32_769))], ['close:1009']],
      [
        'a message of 128 KB and a byte',
        cut('a'.repeat(131_073), [32_768, 65_536, 98_304, 131_072]),
        ['close:1009'],
      ],
    ],
    ['at once'],
  );
});
