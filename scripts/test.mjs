// `npm test`: check, build, unit and integration, end to end. Stops at the first that fails and says which. The build
// comes before the tests that start processes: without its database template each start would run initdb.
import { spawnSync } from 'node:child_process';

const steps = [
  ['check', 'node', ['scripts/check.mjs']],
  ['build', 'node', ['scripts/build.mjs']],
  ['unit and integration', 'vitest', ['run']],
  ['end to end', 'node', ['scripts/e2e.mjs']],
];

for (const [title, command, args] of steps) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const { status, signal } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n${title} failed (${signal ?? `exit ${status}`})`);
    process.exit(1);
  }
  console.log(`== ${title}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
