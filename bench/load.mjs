import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const script = fileURLToPath(new URL('callEvery.lua', import.meta.url));

/**
 * Calls a target with wrk's one thread; each connection has one call at a time.
 * @param target `port`, `headers`, `pathsFile`; its `answered` counts up
 * @param load `seconds`, `connections`, and `pause`: mean ms between two calls of a connection
 * @returns calls, seconds and latency in ms
 * @throws when an answer was not 2xx or a connection failed: such a figure would be of something else
 */
export async function load(target, { seconds, connections, pause = 0 }) {
  const { name, port, headers, pathsFile } = target;
  const fixed = ['-t', '1', '--timeout', '10s', '-c', `${connections}`, '-d', `${seconds}s`, '-s', script];
  const sent = Object.entries(headers).flatMap(([header, value]) => ['-H', `${header}: ${value}`]);
  const url = `http://127.0.0.1:${port}/`;
  const { stdout } = await run('wrk', [...fixed, ...sent, url, '--', pathsFile, `${pause}`]);
  const figures = JSON.parse(stdout.trim().split('\n').at(-1));
  if (figures.refused + figures.failed > 0 || figures.calls === 0)
    throw new Error(`${name} did not answer every call: ${JSON.stringify(figures)}`);
  target.answered = (target.answered ?? 0) + figures.calls;
  return figures;
}
