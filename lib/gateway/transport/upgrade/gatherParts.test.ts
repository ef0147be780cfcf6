import { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { frame } from '../../sockets/testing/rawSocket';
import { gatherParts } from './gatherParts';

/** A connection of ws without a network, by the names that ws gives to its own parts. */
interface Inner {
  setSocket(socket: Duplex, head: Buffer, options: { maxPayload: number }): void;
  _isServer: boolean;
  _receiver: { _fragments: Buffer[]; _buffers: Buffer[] };
}

function receiving(): { webSocket: WebSocket & Inner; came(bytes: Buffer): void } {
  const webSocket: WebSocket & Inner = Reflect.construct(WebSocket, [null, undefined, {}]);
  webSocket._isServer = true;
  const socket = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
  webSocket.setSocket(socket, Buffer.alloc(0), { maxPayload: 131_072 });
  return { webSocket, came: (bytes) => socket.emit('data', bytes) };
}

test('ws keeps parts of a message by the names that this knows, and goes on from the joined ones', () => {
  const { webSocket, came } = receiving();
  const messages: string[] = [];
  webSocket.on('message', (data: Buffer) => messages.push(data.toString()));
  const piece = frame({ fin: false, opcode: 0, payload: 'bc' });
  came(frame({ fin: false, payload: 'a' }));
  for (let index = 0; index < 300; index += 1) came(piece);
  expect(webSocket._receiver._fragments).toHaveLength(301);
  gatherParts(webSocket);
  expect(webSocket._receiver._fragments).toHaveLength(1);
  const last = frame({ opcode: 0, payload: 'd'.repeat(1_000) });
  for (const byte of last.subarray(0, -1)) came(Buffer.from([byte]));
  expect(webSocket._receiver._buffers).toHaveLength(999);
  gatherParts(webSocket);
  expect(webSocket._receiver._buffers).toHaveLength(1);
  came(last.subarray(-1));
  expect(messages).toEqual([`a${'bc'.repeat(300)}${'d'.repeat(1_000)}`]);
});

test('few parts stay as they are: joining costs more than keeping', () => {
  const { webSocket, came } = receiving();
  came(frame({ fin: false, payload: 'a' }));
  came(frame({ fin: false, opcode: 0, payload: 'b' }));
  gatherParts(webSocket);
  expect(webSocket._receiver._fragments).toHaveLength(2);
});
