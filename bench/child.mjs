import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const started = new Set();
// Whatever ends this process, what it started ends as well.
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/**
 * Starts a program and waits until it prints `ready` (a string), if one is given.
 * @returns its pid, and `stop`, which resolves when it is gone
 */
export async function startChild(command, args, { ready, ...options } = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  started.add(child);
  const gone = once(child, 'exit').finally(() => started.delete(child));
  let text = '';
  const isReady = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        text += chunk;
        if (ready !== undefined && text.includes(ready)) resolve();
      });
  });
  const ended = gone.then(() => {
    throw new Error(`${command} ${args.join(' ')} ended:\n${text}`);
  });
  ended.catch(() => {});
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  if (ready !== undefined) await Promise.race([isReady, ended]);
  return { pid: child.pid, stop };
}

/** A port that was free a moment ago. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Asks every 20 ms until `isSo` resolves with true; a rejection counts as false. */
export async function until(what, isSo, timeoutMs) {
  const end = Date.now() + timeoutMs;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > end) throw new Error(`${what}: not within ${timeoutMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
