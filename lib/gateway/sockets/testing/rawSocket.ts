import { randomBytes } from 'node:crypto';
import { type RawClient, rawClient } from '../../transport/testing/rawClient';

/** A handshake as bytes. */
export function handshake(port: number, lines: string[] = []): string {
  const head = [
    'GET /prod HTTP/1.1',
    `Host: api1.execute-api.localhost:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...lines,
  ];
  return `${head.join('\r\n')}\r\n\r\n`;
}

/** An open WebSocket whose frames a test writes by itself. */
export async function rawSocket({ port }: { port: number }): Promise<RawClient> {
  const client = rawClient(port);
  client.socket.write(handshake(port));
  await client.until(/\r\n\r\n/);
  return client;
}

export interface FrameParts {
  fin?: boolean;
  reserved?: number;
  opcode?: number;
  masked?: boolean;
  payload?: Buffer | string;
  /** what the head says, whatever the payload is */
  length?: number;
}

/** A frame as a client would write it, or as none may (RFC 6455 5.2). */
export function frame({
  fin = true,
  reserved = 0,
  opcode = 1,
  masked = true,
  payload = '',
  length,
}: FrameParts): Buffer {
  const bytes = Buffer.from(payload);
  const said = length ?? bytes.length;
  const first = (fin ? 0x80 : 0) | (reserved << 4) | opcode;
  const mask = masked ? 0x80 : 0;
  const head =
    said < 126
      ? Buffer.from([first, mask | said])
      : said < 65_536
        ? Buffer.from([first, mask | 126, said >> 8, said & 255])
        : longHead(first, mask, said);
  // A mask of zeros leaves the payload as it is.
  return Buffer.concat([head, ...(masked ? [Buffer.alloc(4)] : []), bytes]);
}

function longHead(first: number, mask: number, length: number): Buffer {
  const head = Buffer.alloc(10);
  head.writeUInt8(first, 0);
  head.writeUInt8(mask | 127, 1);
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

/** The frames that the server sent so far, in order: `text:hello`, `pong:`, `close:1000`. */
export function sentFrames(text: string): string[] {
  const bytes = Buffer.from(text.slice(text.indexOf('\r\n\r\n') + 4), 'latin1');
  const frames: string[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const short = (bytes[at + 1] ?? 0) & 0x7f;
    const length = short === 126 ? bytes.readUInt16BE(at + 2) : short;
    const from = at + (short === 126 ? 4 : 2);
    frames.push(shown((bytes[at] ?? 0) & 0x0f, bytes.subarray(from, from + length)));
    at = from + length;
  }
  return frames;
}

const NAMES = new Map([
  [0, 'more'],
  [1, 'text'],
  [2, 'bytes'],
  [9, 'ping'],
  [10, 'pong'],
]);

function shown(opcode: number, payload: Buffer): string {
  if (opcode === 8) return `close:${payload.length >= 2 ? payload.readUInt16BE() : ''}`;
  return `${NAMES.get(opcode) ?? opcode}:${payload}`;
}

/** The code of the close frame that the server sent; undefined: it sent none. */
export function closeCode(text: string): number | undefined {
  const close = sentFrames(text).find((frame) => frame.startsWith('close:'));
  return close === undefined || close === 'close:' ? undefined : Number(close.slice('close:'.length));
}
