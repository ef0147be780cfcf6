import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { rawClient, rawExchange } from './testing/rawClient';

const SERVER = `
  import { createListener } from './listener';
  import { realClock } from './testing/realClock';
  const handler = async () => ({ status: 200, headers: [], body: 'ok' });
  const listener = createListener({ clock: realClock, handler, sent: () => undefined });
  console.log(await listener.listen(0, '127.0.0.1'));
`;

test('F13 without descriptors left the listener waits, and serves again once there are some', async () => {
  const server = await startWith(64);
  const port = await firstNumber(server);
  const clients = Array.from({ length: 200 }, () => rawClient(port));
  await Promise.all(clients.map(({ socket }) => once(socket, 'connect')));
  for (const { socket } of clients) socket.destroy();
  // Until the server has seen them leave, it closes what it accepts.
  while (server.exitCode === null && (await politeStatus(port)) !== 200);
  expect(server.exitCode).toBeNull();
});

async function politeStatus(port: number): Promise<number | undefined> {
  return (await rawExchange(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).statuses[0];
}

/** @param descriptors that the process may have open */
async function startWith(descriptors: number): Promise<ChildProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-'));
  const outfile = join(folder, 'server.mjs');
  const stdin = { contents: SERVER, resolveDir: import.meta.dirname, loader: 'ts' as const };
  // ws is CommonJS.
  const banner = {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', banner });
  const server = spawn('sh', ['-c', `ulimit -n ${descriptors} && exec node ${outfile}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    server.kill();
    await rm(folder, { recursive: true });
  });
  return server;
}

async function firstNumber(server: ChildProcess): Promise<number> {
  if (!server.stdout) throw new Error('no output');
  const [line] = await once(server.stdout, 'data');
  return Number(String(line));
}
