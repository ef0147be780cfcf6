import { Gatehouse } from './gatehouse.mjs';
import { load } from './load.mjs';
import { measure, median } from './measure.mjs';
import { growthTable } from './tables.mjs';

const rounds = 3;
const full = { seconds: 4, connections: 32 };
/** Until V8 has compiled what runs often. */
const warming = { seconds: 3, connections: 32 };
const sizes = [
  { resources: 10, keys: 10 },
  { resources: 1_000, keys: 10 },
  { resources: 10_000, keys: 10 },
  { resources: 10, keys: 10_000 },
  { resources: 10, keys: 1_000_000 },
];
const ways = ['one', 'all'];
const quantities = ['workerMicros', 'allMicros', 'workerBytes', 'allBytes'];

/**
 * The cost of a call by the number of resources and keys. Every round starts each size anew and alone, so that
 * memory is its own; the first start of each has no snapshot on disk and is not measured.
 */
export async function growth(folder, backendPort) {
  const variants = [];
  for (const size of sizes) {
    const name = `${size.resources} resources, ${size.keys} keys`;
    variants.push({ name, gatehouse: await Gatehouse.prepare(folder, name, backendPort, size), runs: [] });
  }
  for (const variant of variants) variant.first = await startAndStop(variant.gatehouse);
  for (let round = 0; round < rounds; round += 1)
    for (const { name, gatehouse, runs } of variants) {
      runs.push(await measureOnce(gatehouse));
      // Minutes pass before the table: what is done by then is not lost when a later start fails.
      console.error(`${name}: ${JSON.stringify(runs.at(-1))}`);
    }
  console.log(
    `\n### Growth: as fast as it answers, ${full.connections} connections, medians of ${rounds} starts\n`,
  );
  console.log(growthTable(variants.map(({ name, first, runs }) => ({ name, first, ...medians(runs) }))));
}

async function startAndStop(gatehouse) {
  const target = await gatehouse.start();
  // The snapshot is on disk when the processes have ended.
  await target.stop();
  return target.servingSeconds;
}

/** Calls of one path, then of every path in turn. */
async function measureOnce(gatehouse) {
  const target = await gatehouse.start();
  const { servingSeconds, readySeconds, restSeconds } = target;
  const measured = { servingSeconds, readySeconds, restSeconds };
  for (const way of ways) {
    target.pathsFile = gatehouse.files[way];
    await load(target, warming);
    const { parts } = await measure(target, full);
    const [worker, all] = Object.values(parts);
    const values = [worker.micros, all.micros, worker.bytes, all.bytes];
    for (const [index, quantity] of quantities.entries()) measured[`${way} ${quantity}`] = values[index];
  }
  await target.stop();
  return measured;
}

const medians = (runs) =>
  Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]));
