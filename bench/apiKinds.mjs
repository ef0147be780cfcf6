// What a call of an HTTP API costs beside the same call of a REST API: HTTP_PROXY, throttled, by one engine in one
// process, in turns. `node bench/apiKinds.mjs`; bench/README.md says how processor time is measured.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { freePort, startChild } from './child.mjs';
import { load } from './load.mjs';
import { measure, median } from './measure.mjs';
import { startBackend } from './plainProxies.mjs';

const rounds = 7;
const how = { seconds: 4, connections: 32 };
const warming = { seconds: 6, connections: 32 };
const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = resolve(root, 'dist/bench-engineOfTwoKinds.js');

await build({
  entryPoints: [resolve(root, 'bench/engineOfTwoKinds.ts')],
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

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const backend = await startBackend();
const port = await freePort();
const environment = { ...process.env, NODE_ENV: 'production' };
const args = [outfile, `${backend.port}`, `${port}`];
const engine = await startChild(process.execPath, args, { ready: 'ready', env: environment });

function target(name, apiId, path) {
  const pathsFile = join(folder, apiId);
  writeFileSync(pathsFile, `${path}\n`);
  return {
    name,
    port,
    headers: { Host: `${apiId}.execute-api.localhost` },
    pathsFile,
    parts: { [name]: [engine.pid] },
  };
}
const targets = [target('REST API', 'rest1', '/prod/pets'), target('HTTP API', 'http1', '/pets')];
for (const one of targets) await load(one, warming);
const micros = new Map(targets.map(({ name }) => [name, []]));
for (let round = 0; round < rounds; round += 1)
  for (const one of targets) micros.get(one.name).push((await measure(one, how)).parts[one.name].micros);

console.log(`\nLoad average ${loadavg()[0].toFixed(1)}; ${rounds} rounds of ${how.seconds} s, medians\n`);
console.log('|  | µs a call | lowest to highest | to REST |\n| --- | ---: | ---: | ---: |');
const rest = median(micros.get('REST API'));
for (const [name, all] of micros) {
  const one = median(all);
  const spread = `${Math.round(Math.min(...all))} to ${Math.round(Math.max(...all))}`;
  console.log(`| ${name} | ${one.toFixed(1)} | ${spread} | ${(one / rest).toFixed(2)}x |`);
}
await engine.stop();
await backend.stop();
