import { cpus } from 'node:os';
import { Gatehouse } from './gatehouse.mjs';
import { load } from './load.mjs';
import { median } from './measure.mjs';
import { besideTable } from './tables.mjs';

const rounds = 5;
const loads = {
  'As fast as it answers': { seconds: 5, connections: 32 },
  /** About 1,000 calls a second. */
  'Fixed rate': { seconds: 5, connections: 32, pause: 32 },
};
const warming = { seconds: 6, connections: 32 };
/** A function spins so long before and after the load, in seconds. */
const BEFORE = 1;
const AFTER = 4;

/** What functions that spin cost other calls: plain proxied ones without any beside them, and with, in turns. */
export async function functionBeside(folder, backendPort) {
  const size = { resources: 10, keys: 10, functions: true };
  const gatehouse = await Gatehouse.prepare(folder, 'Beside functions', backendPort, size);
  const target = await gatehouse.start();
  const counts = [...new Set([0, 1, cpus().length])];
  await load(target, warming);
  for (const [title, how] of Object.entries(loads)) {
    const runs = new Map(counts.map((count) => [count, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const count of counts) runs.get(count).push(await beside(count, gatehouse, target, how));
    console.log(
      `\n### Beside functions that spin. ${title}: ${how.connections} connections, ${rounds} rounds of ${how.seconds} s, medians\n`,
    );
    console.log(besideTable([...runs].map(([count, figures]) => summary(count, figures, runs.get(0)))));
  }
  await target.stop();
}

/** @returns wrk's figures, and the processor time that the functions had, of all processors, from 0 to 1 */
async function beside(count, gatehouse, target, how) {
  // As many instances as calls, and warm.
  await Promise.all(Array.from({ length: count }, () => spin(gatehouse, 0.5)));
  let ended = 0;
  const seconds = BEFORE + how.seconds + AFTER;
  const spinning = Array.from({ length: count }, () =>
    spin(gatehouse, seconds).finally(() => {
      ended += 1;
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, BEFORE * 1_000));
  const figures = await load(target, how);
  if (ended > 0) throw new Error('A function ended before the load did');
  const used = (await Promise.all(spinning)).reduce((sum, each) => sum + each, 0);
  return { ...figures, share: used / seconds / cpus().length };
}

/** @returns processor seconds that the function had */
async function spin(gatehouse, seconds) {
  const answer = await fetch(`${gatehouse.base}/spin?seconds=${seconds}`);
  if (answer.status !== 200) throw new Error(`The function answered ${answer.status}`);
  return (await answer.json()).processorSeconds;
}

/** The ratio is that of each round to its own call without a function; its median. */
function summary(count, runs, without) {
  const of = (pick) => median(runs.map(pick));
  return {
    count,
    rate: of(({ calls, seconds }) => calls / seconds),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    spread: [Math.min, Math.max].map((most) => most(...runs.map(({ p99 }) => p99))),
    ratio: median(runs.map(({ p99 }, round) => p99 / without[round].p99)),
    share: of(({ share }) => share),
  };
}
