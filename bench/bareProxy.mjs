// The least that a Node proxy can be: node:http in front, undici behind, no checks. What Gatehouse is measured beside.
import { createServer } from 'node:http';
import { Pool } from 'undici';

const [, , port, backendPort] = process.argv;
const pool = new Pool(`http://127.0.0.1:${backendPort}`, { connections: 64 });
const server = createServer((request, response) => {
  pool
    .stream({ path: request.url ?? '/', method: 'GET', opaque: response }, ({ statusCode, headers }) => {
      response.writeHead(statusCode, headers);
      return response;
    })
    .catch(() => response.destroy());
});
server.listen(Number(port), '127.0.0.1', () => console.log('ready'));
