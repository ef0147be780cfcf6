// The clients of bench/webSockets.mjs, in a process of their own: raw sockets, for 20,000 of ws's would measure ws.
// Arguments: port, host header, connections, seconds of messages, connections that send.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const [port, host, count, seconds, senders] = process.argv
  .slice(2)
  .map((one, index) => (index === 1 ? one : Number(one)));
const atOnce = 100;
/** `{"action":"x"}` in one masked frame; a mask of zeros leaves it as it is. */
const text = Buffer.from('{"action":"x","data":"0123456789abcdef"}');
const frame = Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), text]);
const upgrade = () =>
  `GET /prod HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`;

function open(index) {
  return new Promise((resolve, reject) => {
    // One address has 28,000 ports to call from; two are enough for twice as many.
    const socket = connect({ port, host: '127.0.0.1', localAddress: `127.0.0.${2 + (index % 2)}` });
    socket.on('error', reject);
    socket.once('connect', () => socket.write(upgrade()));
    socket.once('data', (data) => {
      if (data.toString('latin1').startsWith('HTTP/1.1 101')) resolve(socket);
      else reject(new Error(data.toString('latin1').slice(0, 100)));
    });
  });
}

const sockets = [];
const startedAt = performance.now();
let next = 0;
async function opener() {
  while (next < count) {
    const index = next;
    next += 1;
    sockets.push(await open(index));
  }
}
await Promise.all(Array.from({ length: atOnce }, opener));
const opening = (performance.now() - startedAt) / 1_000;
console.log(
  JSON.stringify({ open: sockets.length, connectsPerSecond: Math.round(sockets.length / opening) }),
);

process.on('SIGUSR1', async () => {
  let answers = 0;
  let isOver = false;
  for (const socket of sockets.slice(0, senders)) {
    // Each sends its next when the one before is answered; an answer is one short frame.
    let held = 0;
    socket.on('data', (data) => {
      held += data.length;
      if (isOver || held < 2) return;
      held = 0;
      answers += 1;
      socket.write(frame);
    });
    socket.write(frame);
  }
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  isOver = true;
  console.log(JSON.stringify({ messagesPerSecond: Math.round(answers / seconds) }));
});
