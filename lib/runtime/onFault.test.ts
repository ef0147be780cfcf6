import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from './projectRoot';

let folder: string;
beforeAll(() => {
  mkdirSync(join(projectRoot(), 'node_modules/.cache/gatehouse'), { recursive: true });
  folder = mkdtempSync(join(projectRoot(), 'node_modules/.cache/gatehouse/fault-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a process whose fault handlers finish some work, then does `faulty`. */
async function run(faulty: string): Promise<{ code: number; output: string }> {
  const script = join(folder, 'faulty.mjs');
  const contents = `
    import { createLog } from './log';
    import { onFault } from './onFault';
    const work = () => new Promise((resolve) => setTimeout(resolve, 20));
    onFault(createLog('worker'), () => work().then(() => console.log('finished')));
    setInterval(() => {}, 1000);
    ${faulty}`;
  const stdin = { contents, resolveDir: join(projectRoot(), 'lib/runtime') };
  await build({
    stdin,
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pino'],
  });
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      output += bytes.toString();
    });
  const [code] = await once(child, 'close');
  return { code, output };
}

test.each([
  ['an uncaught exception', `setTimeout(() => { throw new Error('bad luck'); })`],
  ['an unhandled rejection', `Promise.reject(new Error('bad luck'))`],
  [
    'a second fault meanwhile',
    `setTimeout(() => { setTimeout(() => { throw new Error('more'); }); throw new Error('bad luck'); })`,
  ],
])('F14: %s is logged, work is finished, and the process ends', async (_name, faulty) => {
  const { code, output } = await run(faulty);
  expect(code).toBe(1);
  expect(output).toContain('bad luck');
  expect(output).toContain('finished');
});
