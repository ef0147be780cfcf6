import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTestHost } from './testing/createTestHost';

/** Linux from 6.12 on tells how long a process's turns are. */
function tellsTurns(): boolean {
  try {
    return /^se\.slice /m.test(readFileSync('/proc/self/sched', 'utf8'));
  } catch {
    return false;
  }
}
const canAsk = spawnSync('perl', ['-e', '1']).status === 0 && tellsTurns();

/** Of all threads of an instance, and of a child: ms of a turn, and niceness by its priority (120 is 0). */
const HANDLER = `import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
const facts = (sched) => [Number(/^se\\.slice +: +(\\d+)$/m.exec(sched)[1]) / 1e6, Number(/^prio +: +(\\d+)$/m.exec(sched)[1]) - 120];
export const handler = async ({ spins, ends }) => {
  if (ends) process.exit(1);
  const last = () => facts(readFileSync('/proc/self/sched', 'utf8'))[1] === 19;
  while (spins && !last()) for (let end = Date.now() + 20; Date.now() < end; );
  const threads = readdirSync('/proc/self/task').map((id) => readFileSync('/proc/self/task/' + id + '/sched', 'utf8'));
  const child = execFileSync('cat', ['/proc/self/sched'], { encoding: 'utf8' });
  return [...new Set([...threads, child].map((sched) => JSON.stringify(facts(sched))))].map((text) => JSON.parse(text));
};`;

test.runIf(canAsk).each([
  { rule: 'in namespaces of its own, where it can', options: {} },
  { rule: 'without', options: { confined: false } },
])(
  'an instance, all of it, gives way to what wakes, and is last in line once it spins: $rule',
  async ({ options }) => {
    const host = await createTestHost({ niceness: 19, ...options });
    await host.add('polite', { files: { 'index.mjs': HANDLER }, timeout: 120 });
    expect((await host.call('polite', {}, 180_000)).body).toEqual([[4, 5]]);
    expect((await host.call('polite', { spins: true }, 180_000)).body).toEqual([[4, 19]]);
    expect((await host.call('polite', {}, 180_000)).body).toEqual([[4, 19]]);
    // Its successors too: what spins again and again has no grace with every start.
    await host.call('polite', { ends: true }, 180_000);
    expect((await host.call('polite', {}, 180_000)).body).toEqual([[4, 19]]);
    // At that niceness its end may take a while on a busy machine.
    await host.close();
  },
  600_000,
);
