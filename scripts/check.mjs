// One command for every static check; each runs even if another failed, so that one run shows all that is wrong.
import { spawn } from 'node:child_process';

/** The longest first: the others run beside it. */
const checks = [
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  [
    'imports',
    'depcruise',
    ['--config', '.dependency-cruiser.mjs', 'app', 'components', 'lib', 'db', 'proxy.ts'],
  ],
  ['unused code', 'knip', []],
];

const run = ([title, command, args]) =>
  new Promise((done) => {
    const started = Date.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: false });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => done({ title, ok: false, output: String(error), seconds: 0 }));
    child.on('close', (code) =>
      done({ title, ok: code === 0, output, seconds: (Date.now() - started) / 1000 }),
    );
  });

// Two at a time: the machines that this runs on have two cores.
const results = [];
const waiting = [...checks];
const lane = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await run(next));
};
await Promise.all([lane(), lane()]);
for (const { title, ok, output, seconds } of results) {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${title} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output);
}
process.exit(results.every((result) => result.ok) ? 0 : 1);
