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

test.each([0, 1, 125, 126, 1_000, 32_768])('frames of %i bytes pass, whole and byte by byte', (length) => {
  const bytes = Buffer.concat([frame(length), frame(length), frame(1)]);
  expect(new FrameWatch(32_768).accepts(bytes)).toBe(true);
  const slow = new FrameWatch(32_768);
  expect([...bytes].every((byte) => slow.accepts(Buffer.from([byte])))).toBe(true);
});

test.each([
  32_769,
  65_535,
  65_536,
  2 ** 40,
])('a frame that says %i bytes is refused at its head', (length) => {
  expect(new FrameWatch(32_768).accepts(head(length))).toBe(false);
  expect(new FrameWatch(32_768).accepts(Buffer.concat([frame(10), frame(0), head(length)]))).toBe(false);
});
