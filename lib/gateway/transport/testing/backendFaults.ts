import { answer, type Script } from './scriptedBackend';

const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';

/** reliability.md 4.2, F7: what breaks before the first byte of the body is a failure with a reason. */
export const faultsBeforeBody: [name: string, reason: string, script: Script][] = [
  ['resets at once', 'unreachable', (socket) => socket.resetAndDestroy()],
  ['closes at once', 'unreachable', (socket) => socket.end()],
  [
    'resets in the head',
    'unreachable',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nX: ', () => socket.resetAndDestroy()),
  ],
  ['closes in the head', 'unreachable', (socket) => socket.end('HTTP/1.1 200 OK\r\nX: ')],
  [
    'resets after the head',
    'unreachable',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n', () => socket.resetAndDestroy()),
  ],
  [
    'closes after the head',
    'garbage unreachable',
    (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n'),
  ],
  ['says nothing', 'timeout', () => undefined],
  ['stalls in the head', 'timeout', (socket) => socket.write('HTTP/1.1 200 OK\r\n')],
  [
    'stalls after the head',
    'timeout',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n'),
  ],
  ['stalls in its chunks', 'timeout', (socket) => socket.write(CHUNKED)],
  ['says 1xx for ever', 'garbage', (socket) => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(50))],
  ['says 100 for ever', 'garbage', (socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'.repeat(50))],
  [
    'switches protocols unasked',
    'garbage',
    (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
  ],
  ['is no HTTP server', 'garbage', (socket) => socket.write('SSH-2.0-OpenSSH\r\n')],
  ['sends bytes', 'garbage', (socket) => socket.write('\x00\x01\x02\x03'.repeat(100))],
  ['speaks HTTP/2', 'garbage', (socket) => socket.write('\x00\x00\x00\x04\x00\x00\x00\x00\x00')],
  ['has a bad status', 'garbage', (socket) => socket.write('HTTP/1.1 2000 OK\r\n\r\n')],
  ['has status 000', 'garbage', (socket) => socket.write('HTTP/1.1 000 OK\r\nContent-Length: 0\r\n\r\n')],
  [
    'has an unknown version',
    'garbage',
    (socket) => socket.write('HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n'),
  ],
  ['folds headers', 'garbage', (socket) => socket.write(answer('x', 'X: y\r\n z\r\n'))],
  ['has NUL in a header', 'garbage', (socket) => socket.write(answer('x', 'X: y\0\r\n'))],
  ['has a bare line feed', 'garbage', (socket) => socket.write(answer('x', 'X: y\nZ: a\r\n'))],
  ['has a space before the colon', 'garbage', (socket) => socket.write(answer('x', 'X : y\r\n'))],
  ['has both lengths', 'garbage', (socket) => socket.write(answer('x', 'Transfer-Encoding: chunked\r\n'))],
  ['has two lengths', 'garbage', (socket) => socket.write(answer('x', 'Content-Length: 2\r\n'))],
  ['has the same length twice', 'garbage', (socket) => socket.write(answer('x', 'Content-Length: 1\r\n'))],
  [
    'has a negative length',
    'garbage',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n'),
  ],
  [
    'has a length of letters',
    'garbage',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n'),
  ],
  [
    'has a list of lengths',
    'garbage',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\nx'),
  ],
  ['has coding cow', 'garbage', (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: cow\r\n\r\nx')],
  [
    'has coding identity',
    'garbage',
    (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\nx'),
  ],
  [
    'has codings gzip, chunked',
    'garbage',
    (socket) => socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n'),
  ],
  [
    'has chunked twice',
    'garbage',
    (socket) =>
      socket.write(
        'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      ),
  ],
  ['has a bad chunk size', 'garbage', (socket) => socket.write(`${CHUNKED}zz\r\n`)],
  ['closes before the first chunk', 'garbage unreachable', (socket) => socket.end(CHUNKED)],
  [
    'has a header of 100 KB',
    'garbage',
    (socket) => socket.write(answer('x', `X: ${'a'.repeat(100_000)}\r\n`)),
  ],
  ['has 20,000 headers', 'garbage', (socket) => socket.write(answer('x', 'X: a\r\n'.repeat(20_000)))],
  [
    'has headers without end',
    'garbage',
    (socket) => socket.write(`HTTP/1.1 200 OK\r\n${'X: a\r\n'.repeat(100_000)}`),
  ],
];

/** What breaks after the first byte cuts the body: the answer is under way. */
export const faultsInBody: [name: string, script: Script][] = [
  [
    'resets in the body',
    (socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab', () =>
        setImmediate(() => socket.resetAndDestroy()),
      ),
  ],
  ['closes in the body', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab')],
  ['closes in its chunks', (socket) => socket.end(`${CHUNKED}2\r\nab\r\n`)],
  ['closes before the last chunk', (socket) => socket.end(`${CHUNKED}2\r\nab\r\n0`)],
  ['breaks its chunks', (socket) => socket.write(`${CHUNKED}2\r\nab\r\nzz\r\n`)],
  ['drips', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nab')],
];

export function drip(
  socket: { write(text: string): boolean; destroyed: boolean; on(event: 'close', then: () => void): unknown },
  first: string,
) {
  socket.write(first);
  const timer = setInterval(() => socket.write('x'), 20);
  socket.on('close', () => clearInterval(timer));
}
