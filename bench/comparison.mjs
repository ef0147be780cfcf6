import { Gatehouse } from './gatehouse.mjs';
import { load } from './load.mjs';
import { measure, median } from './measure.mjs';
import { hasLua, startBareProxy, startCheckingNginx, startNginx } from './plainProxies.mjs';
import { figuresTable } from './tables.mjs';

const rounds = 5;
const full = { seconds: 5, connections: 32 };
/** About 1,000 calls a second, whoever is measured. */
const moderate = { seconds: 5, connections: 32, pause: 32 };
/** Until V8 has compiled what runs often. */
const warming = { seconds: 6, connections: 32 };

/** nginx, the bare proxy and Gatehouse side by side: one round measures each in turn. Prints its tables. */
export async function comparison(folder, backendPort) {
  const gatehouse = await Gatehouse.prepare(folder, 'Gatehouse', backendPort, { resources: 10, keys: 10 });
  const targets = [
    await startNginx(backendPort, gatehouse.files.one, folder),
    ...(hasLua() ? [await startCheckingNginx(backendPort, gatehouse.files.one, folder)] : []),
    await startBareProxy(backendPort, gatehouse.files.one),
    await gatehouse.start(),
  ];
  for (const target of targets) await load(target, warming);
  for (const [title, how] of Object.entries({ 'As fast as each answers': full, 'Fixed rate': moderate })) {
    const measured = new Map(targets.map((target) => [target, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const target of targets) measured.get(target).push(await measure(target, how));
    console.log(
      `\n### ${title}: ${how.connections} connections, ${rounds} rounds of ${how.seconds} s, medians\n`,
    );
    console.log(figuresTable([...measured.values()].flatMap(summaries)));
  }
  for (const target of targets) await target.stop();
  // wrk leaves its last calls unanswered when its time is over: they are recorded and it did not count them.
  const recorded = await gatehouse.recordedCalls();
  console.log(`\nGatehouse answered ${targets.at(-1).answered} calls to wrk and recorded ${recorded}.`);
}

/** One row for each part of a target. */
function summaries(runs) {
  const of = (pick) => median(runs.map(pick));
  return Object.keys(runs[0].parts).map((part) => ({
    part,
    micros: of(({ parts }) => parts[part].micros),
    spread: [Math.min, Math.max].map((most) => most(...runs.map(({ parts }) => parts[part].micros))),
    bytes: of(({ parts }) => parts[part].bytes),
    rate: of(({ calls, seconds }) => calls / seconds),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
  }));
}
