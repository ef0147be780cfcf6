// `npm test`: check, unit and integration, build, end to end. Stops at the first that fails and says which.
import { spawnSync } from 'node:child_process';

const steps = [
  ['check', 'node', ['scripts/check.mjs']],
  ['unit and integration', 'vitest', ['run']],
  ['build', 'node', ['scripts/build.mjs']],
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
