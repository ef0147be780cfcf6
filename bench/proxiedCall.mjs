// What a proxied call costs (design: "Measures that decide"). `npm run bench`, or one part of it:
// `node bench/proxiedCall.mjs comparison`, `growth`, `templates` or `functionBeside`. bench/README.md says how it measures.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSetup } from './bundleSetup.mjs';
import { comparison } from './comparison.mjs';
import { functionBeside } from './functionBeside.mjs';
import { growth } from './growth.mjs';
import { startBackend } from './plainProxies.mjs';
import { templates } from './templates.mjs';

const parts = { comparison, growth, templates, functionBeside };

function refuse(message) {
  console.error(message);
  process.exit(1);
}

/** @returns the first line that a program prints about its version */
function versionOf(program, argument) {
  const { stdout, stderr, error } = spawnSync(program, [argument], { encoding: 'utf8' });
  if (error) refuse(`${program} is needed. On Debian, as root: apt-get install -y nginx wrk`);
  return `${stdout}${stderr}`.split('\n')[0];
}

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in parts));
if (unknown !== undefined) refuse(`There is no part ${unknown}: ${Object.keys(parts).join(', ')}`);
const programs = [`Node ${process.version}`, versionOf('nginx', '-v'), versionOf('wrk', '-v')];

// Builds only what has changed: the processes are those that `npm start` runs, pages and all.
const built = spawnSync(process.execPath, [fileURLToPath(new URL('../scripts/build.mjs', import.meta.url))], {
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);
await bundleSetup();

const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0].model}`);
console.log(`${programs.join('; ')}; load average at the start ${load()}`);
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const backend = await startBackend();
for (const [name, run] of Object.entries(parts))
  if (chosen.length === 0 || chosen.includes(name)) await run(folder, backend.port);
await backend.stop();
console.log(`\nLoad average at the end ${load()}`);
