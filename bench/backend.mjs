// The backend of the benchmarks: one kilobyte of JSON, keep-alive, nothing else.
import { createServer } from 'node:http';

const body = JSON.stringify({ id: 1, type: 'dog', price: 249.99, note: 'x'.repeat(960) });
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));
