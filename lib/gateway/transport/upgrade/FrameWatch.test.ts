import { expect, test } from 'vitest';
import { FrameWatch } from './FrameWatch';

/** A frame's head as clients send it, masked. */
function head(length: number): Buffer {
  if (length < 126) return Buffer.from([0x81, 0x80 | length, 0, 0, 0, 0]);
  if (length < 65_536) return Buffer.from([0x81, 0xfe, length >> 8, length & 255, 0, 0, 0, 0]);
  const bytes = Buffer.alloc(14);
  bytes.writeUInt8(0x81, 0);
  bytes.writeUInt8(0xff, 1);
  bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}
const frame = (length: number) => Buffer.concat([head(length), Buffer.alloc(length)]);

const passes = (watch: FrameWatch, bytes: Buffer) => watch.read(bytes) === undefined;

test.each([0, 1, 125, 126, 1_000, 32_768])('frames of %i bytes pass, whole and byte by byte', (length) => {
  const bytes = Buffer.concat([frame(length), frame(length), frame(1)]);
  expect(passes(new FrameWatch(32_768), bytes)).toBe(true);
  const slow = new FrameWatch(32_768);
  expect([...bytes].every((byte) => passes(slow, Buffer.from([byte])))).toBe(true);
});

test.each([
  32_769,
  65_535,
  65_536,
  2 ** 40,
])('a frame that says %i bytes is refused at its head, behind the messages before it', (length) => {
  expect(new FrameWatch(32_768).read(head(length))).toEqual({ code: 1009, after: 0 });
  const behind = Buffer.concat([frame(10), frame(0), head(length)]);
  expect(new FrameWatch(32_768).read(behind)).toEqual({ code: 1009, after: 2 });
});

/** A masked part of a text; the mask differs in every byte. */
function part(hex: string, { fin = false, opcode = 0 } = {}): Buffer {
  const mask = [1, 2, 4, 8];
  const payload = Buffer.from(hex, 'hex').map((byte, index) => byte ^ (mask[index & 3] ?? 0));
  return Buffer.concat([Buffer.from([(fin ? 0x80 : 0) | opcode, 0x80 | payload.length, ...mask]), payload]);
}
const PING = part('ff', { fin: true, opcode: 9 });

test.each<[name: string, chunks: Buffer[], fault: number]>([
  ['in the first fragment', [part('61ff', { opcode: 1 })], 0],
  ['across fragments', [part('f4', { opcode: 1 }), part('90')], 1],
  ['across fragments of one chunk', [Buffer.concat([part('f4', { opcode: 1 }), PING, part('90')])], 0],
  ['behind a ping', [part('ce', { opcode: 1 }), PING, part('20')], 2],
  [
    'in half a frame',
    [part('cebaf49080', { fin: true, opcode: 1 }).subarray(0, 9), Buffer.from([0x90 ^ 8])],
    1,
  ],
])('UTF-8 that is wrong before the message ends, %s: 1007 at once', (_name, chunks, fault) => {
  const watch = new FrameWatch(32_768);
  const found = chunks.map((chunk) => watch.read(chunk)?.code);
  expect(found).toEqual(chunks.map((_, index) => (index === fault ? 1007 : undefined)));
});

test.each<[name: string, chunks: Buffer[]]>([
  [
    'letters cut by fragments',
    [part('ce', { opcode: 1 }), part('bae2'), part('82'), part('ac', { fin: true })],
  ],
  ['bytes', [part('ff', { opcode: 2 }), part('fe'), part('', { fin: true })]],
  ['what ws judges: a text that ends', [part('ff', { fin: true, opcode: 1 }), part('61', { opcode: 1 })]],
  ['a byte order mark', [part('efbb', { opcode: 1 }), part('bf'), part('', { fin: true })]],
])('not a fault here: %s', (_name, chunks) => {
  const watch = new FrameWatch(32_768);
  expect(chunks.map((chunk) => watch.read(chunk))).toEqual(chunks.map(() => undefined));
});
