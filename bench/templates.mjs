import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { median } from './measure.mjs';
import { rendersTable } from './tables.mjs';

const rounds = 7;
const program = fileURLToPath(new URL('../dist/bench-templateRenders.js', import.meta.url));
const engines = ['gatehouse', 'velocityjs'];
const ways = { 'tree made once': 'compiled', 'tree made for each': 'whole' };

function measureRenders(engine, way) {
  return JSON.parse(execFileSync(process.execPath, [program, engine, way], { encoding: 'utf8' }));
}

/** The template language beside velocityjs: one round measures each in turn, in a process of its own. Prints its table. */
export function templates() {
  const rows = Object.entries(ways).map(([title, way]) => {
    const runs = new Map(engines.map((engine) => [engine, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const engine of engines) runs.get(engine).push(measureRenders(engine, way));
    const [[ours], [theirs]] = runs.values();
    if (!isDeepStrictEqual(ours.output, theirs.output)) throw new Error('The outputs differ');
    const micros = (engine) => runs.get(engine).map((run) => run.micros);
    return {
      title,
      bytes: ours.bytes,
      ...Object.fromEntries(engines.map((engine) => [engine, micros(engine)])),
    };
  });
  console.log(`\n### Templates: 10,000 renders of ${rows[0].bytes} bytes, ${rounds} rounds, medians\n`);
  console.log(
    rendersTable(
      rows.map((row) => ({
        ...row,
        ratio: median(row.gatehouse.map((each, at) => each / row.velocityjs[at])),
      })),
    ),
  );
}
