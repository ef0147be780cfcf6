// What WebSocket connections cost: memory of an idle one, how many open in a second, and messages a second with the processor's time of each, by one
// engine in one process beside a bare `ws` echo server, in one run. `node bench/webSockets.mjs [connections]`.
import { execFileSync, spawn } from 'node:child_process';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { freePort } from './child.mjs';
import { processorSeconds } from './processorTime.mjs';

// What the machine lets one process have open, but for the few that are no connections.
const allowed = Number(execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' })) - 100;
const connections = Math.min(Number(process.argv[2] ?? 20_000), allowed || Number.POSITIVE_INFINITY);
const seconds = 8;
const senders = 64;
const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = resolve(root, 'dist/bench-engineOfSockets.js');

await build({
  entryPoints: [resolve(root, 'bench/engineOfSockets.ts')],
  outfile,
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  packages: 'external',
  alias: { '@gatehouse/gateway': './lib/gateway' },
});

const children = new Set();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts a program with as many descriptors as it needs; `line` resolves with what it prints next. */
function start(args) {
  const child = spawn(
    'sh',
    [
      '-c',
      `ulimit -n ${connections + 1_000} 2>/dev/null || ulimit -n $(ulimit -Hn); exec node --expose-gc "$@"`,
      'sh',
      ...args,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  children.add(child);
  const lines = [];
  let waiting;
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    for (const one of chunk.split('\n').filter(Boolean)) {
      if (waiting) waiting(one);
      else lines.push(one);
      waiting = undefined;
    }
  });
  const line = () =>
    new Promise((resolve) => {
      const known = lines.shift();
      if (known === undefined) waiting = resolve;
      else resolve(known);
    });
  const ask = async (signal) => {
    child.kill(signal);
    return JSON.parse(await line());
  };
  return { child, line, ask };
}

async function measured(name, program) {
  const port = await freePort();
  const server = start([...program, `${port}`]);
  await server.line();
  const before = await server.ask('SIGUSR2');
  const host = `chat1.execute-api.localhost:${port}`;
  const clients = start(
    [resolve(root, 'bench/socketClients.mjs'), port, host, connections, seconds, senders].map(String),
  );
  const { open, connectsPerSecond } = JSON.parse(await clients.line());
  const after = await server.ask('SIGUSR2');
  const used = processorSeconds([server.child.pid]);
  const { messagesPerSecond } = await clients.ask('SIGUSR1');
  const micros = ((processorSeconds([server.child.pid]) - used) * 1e6) / (messagesPerSecond * seconds);
  for (const { child } of [clients, server]) child.kill('SIGKILL');
  const each = (key) => (after[key] - before[key]) / open / 1_024;
  return { name, open, rss: each('rss'), heap: each('heap'), connectsPerSecond, messagesPerSecond, micros };
}

const rows = [
  await measured('bare ws', [resolve(root, 'bench/bareEcho.mjs')]),
  await measured('Gatehouse', [outfile]),
];
console.log(
  `\nLoad average ${loadavg()[0].toFixed(1)}; ${rows[1].open} connections, ${senders} of them sending for ${seconds} s\n`,
);
console.log(
  '|  | KiB resident each | KiB of heap each | connects/s | messages/s | µs of processor a message |',
);
console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
for (const { name, rss, heap, connectsPerSecond, messagesPerSecond, micros } of rows)
  console.log(
    `| ${name} | ${rss.toFixed(1)} | ${heap.toFixed(1)} | ${connectsPerSecond} | ${messagesPerSecond} | ${micros.toFixed(1)} |`,
  );
const [bare, ours] = rows;
const ratio = (key) => (ours[key] / bare[key]).toFixed(2);
console.log(
  `| ratio | ${ratio('rss')} | ${ratio('heap')} | ${ratio('connectsPerSecond')} | ${ratio('messagesPerSecond')} | ${ratio('micros')} |`,
);
process.exit(0);
