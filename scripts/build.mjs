// Makes what `npm start` runs: Next's build and the bundles of the processes. Only what changed since the last
// build is made again; .next/source-hash and dist/source-hash tell.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = ['package-lock.json', 'tsconfig.json'];
const configuration = ['next.config.ts', 'postcss.config.mjs', 'proxy.ts'];
/** All that pages may import (CONTRIBUTING.md): a change of the engine needs no new pages. */
const pageCode = [
  'app',
  'components',
  'public',
  'lib/model',
  'lib/queries',
  'lib/auth',
  'lib/runtime/slot.ts',
];
const pages = [...shared, ...configuration, ...pageCode];
const template = ['package-lock.json', 'db/migrations'];
const processes = [...shared, 'lib', 'db', 'scripts/bundle.mjs'];

/** Files below a path in a stable order, without tests: they are never built. */
function filesOf(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  const names = readdirSync(full).sort();
  return names.flatMap((name) => filesOf(join(path, name))).filter((file) => !file.includes('.test.'));
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...new Set(paths.flatMap(filesOf))].sort())
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

async function step(title, folder, paths, make) {
  const marker = join(root, folder, 'source-hash');
  const hash = hashOf(paths);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return;
  rmSync(marker, { force: true });
  console.log(`${title} ...`);
  const started = Date.now();
  await make();
  writeFileSync(marker, hash);
  console.log(`${title}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function nextBuild() {
  // Type declarations of routes that are gone would fail the type check.
  for (const stale of ['dev', 'types']) rmSync(join(root, '.next', stale), { recursive: true, force: true });
  return run([join(root, 'node_modules/next/dist/bin/next'), 'build']);
}

/** An empty database that first starts copy: initdb alone would take half of their 5 s. */
function databaseTemplate() {
  return run([join(root, 'dist/databaseTemplate.js')]);
}

/** What a step prints is shown when it fails; on success one line tells enough. */
function run(args) {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => (code === 0 ? done() : failed(new Error(output))));
  });
}

try {
  await step('Bundling the processes', 'dist', processes, () => bundle());
  await step('Preparing the embedded database', 'dist/template', template, databaseTemplate);
  await step('Building the pages (about 30 s)', '.next', pages, nextBuild);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
