// Where a worker spends its time: `node bench/workerProfile.mjs` after `npm run build`. Prints the functions with
// the most self time under load; those of the bundle with the source file that they come from.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSetup } from './bundleSetup.mjs';
import { Gatehouse } from './gatehouse.mjs';
import { load } from './load.mjs';
import { startBackend } from './plainProxies.mjs';

const shown = 40;
const idle = '(idle)';
const warming = { seconds: 5, connections: 32 };
const full = { seconds: 10, connections: 32 };
/** The clock of V8's profiles. */
const microseconds = () => Number(process.hrtime.bigint() / 1000n);

/** @returns line of the bundle -> source file, by the comments that esbuild puts before each file */
function sourceFinder() {
  const bundle = readFileSync(fileURLToPath(new URL('../dist/worker.js', import.meta.url)), 'utf8');
  let current = 'dist/worker.js';
  const files = bundle.split('\n').map((line) => {
    const [, file] = /^ *\/\/ (?:node_modules\/)?(\S+\/\S+\.[cm]?[jt]s)$/.exec(line) ?? [];
    current = file ?? current;
    return current;
  });
  return (line) => files[line];
}

/** Adds the time of every sample of the profile within the window up, under the name that `keyOf` gives its node. */
function sumTimes({ nodes, samples, timeDeltas, startTime }, [from, to], keyOf) {
  const keys = new Map(nodes.map((node) => [node.id, keyOf(node)]));
  const sums = new Map();
  let time = startTime;
  for (const [index, id] of samples.entries()) {
    time += timeDeltas[index];
    const key = keys.get(id);
    if (time < from || time > to || key === idle) continue;
    sums.set(key, (sums.get(key) ?? 0) + timeDeltas[index]);
  }
  return [...sums].sort(([, a], [, b]) => b - a);
}

/** Of a node: the function itself; and the nearest function of ours or of a package, which asked for it. */
function keys({ nodes }) {
  const source = sourceFinder();
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((id) => [id, node])));
  const label = ({ callFrame: { functionName, url, lineNumber } }) => {
    const file = url.endsWith('dist/worker.js') ? source(lineNumber) : url.replace(/^.*node_modules\//, '');
    return functionName === idle ? idle : `${functionName || '(anonymous)'}  ${file}`;
  };
  const isNodes = ({ callFrame: { url } }) => url === '' || url.startsWith('node:');
  const asker = (node) => {
    const parent = parents.get(node.id);
    return isNodes(node) && parent && !isRoot(parent) ? asker(parent) : label(node);
  };
  return { label, asker };
}

const isRoot = ({ callFrame }) => callFrame.functionName === '(root)';

function print(title, rows) {
  const total = rows.reduce((sum, [, time]) => sum + time, 0);
  console.log(`\n${title}`);
  for (const [key, time] of rows.slice(0, shown))
    console.log(`${((time / total) * 100).toFixed(1).padStart(6)} %  ${key}`);
}

await bundleSetup();
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-profile-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const backend = await startBackend();
const gatehouse = await Gatehouse.prepare(folder, 'Gatehouse', backend.port, { resources: 10, keys: 10 });
const target = await gatehouse.start(['--cpu-prof', `--cpu-prof-dir=${folder}`]);
await load(target, warming);
const from = microseconds();
const { calls, seconds } = await load(target, full);
const window = [from, microseconds()];
await target.stop();
await backend.stop();
const [worker] = target.parts['Gatehouse, worker'];
const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile') && name.includes(`.${worker}.`));
const profile = JSON.parse(readFileSync(join(folder, file), 'utf8'));
const { label, asker } = keys(profile);
console.log(`${(calls / seconds).toFixed(0)} calls a second while profiled`);
print('Self time by function', sumTimes(profile, window, label));
print(
  'The same, what Node itself does under the function that asked for it',
  sumTimes(profile, window, asker),
);
