import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { projectRoot } from './projectRoot';

let folder: string;
let dataDir: string;
let script: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-lock-'));
  script = join(folder, 'lock.mjs');
  const lock = JSON.stringify(join(projectRoot(), 'lib/runtime/lockDataDir.ts'));
  const contents = `import { lockDataDir } from ${lock};
    lockDataDir(process.argv[2]).then(
      () => { console.log('locked'); setInterval(() => {}, 1000); },
      (error) => { console.log(error.message); process.exit(1); });`;
  const stdin = { contents, resolveDir: folder };
  await build({ stdin, outfile: script, bundle: true, platform: 'node', format: 'esm' });
});
beforeEach(() => {
  dataDir = mkdtempSync(join(folder, 'data-'));
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a process that locks the directory; its first line says what came of it. */
async function start() {
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const [line] = await once(child.stdout, 'data');
  const end = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return { pid: child.pid, line: String(line).trim(), end };
}

test('a second process is refused and told which one holds the directory', async () => {
  const first = await start();
  expect(first.line).toBe('locked');
  const second = await start();
  expect(second.line).toContain(`process ${first.pid}`);
  expect(second.line).toContain('GATEHOUSE_DATA_DIR');
  await first.end();
});

test('kill -9 frees the directory', async () => {
  for (let round = 0; round < 5; round += 1) {
    const process = await start();
    expect(process.line).toBe('locked');
    await process.end();
  }
});

test('of many that start over a dead holder exactly one gets the directory', async () => {
  for (let round = 0; round < 5; round += 1) {
    const all = await Promise.all(Array.from({ length: 6 }, start));
    const winners = all.filter(({ line }) => line === 'locked');
    expect(winners).toHaveLength(1);
    await Promise.all(winners.map(({ end }) => end()));
  }
});

test('a path longer than a socket name may be is locked all the same', async () => {
  dataDir = join(dataDir, 'x'.repeat(120));
  const first = await start();
  expect(first.line).toBe('locked');
  const second = await start();
  expect(second.line).toContain(`process ${first.pid}`);
  await first.end();
});
