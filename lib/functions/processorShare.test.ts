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
export const handler = async () => {
  const threads = readdirSync('/proc/self/task').map((id) => readFileSync('/proc/self/task/' + id + '/sched', 'utf8'));
  const child = execFileSync('cat', ['/proc/self/sched'], { encoding: 'utf8' });
  return [...new Set([...threads, child].map((sched) => JSON.stringify(facts(sched))))].map((text) => JSON.parse(text));
};`;

test.runIf(canAsk).each([
  { rule: 'in namespaces of its own, where it can', options: {} },
  { rule: 'without', options: { confined: false } },
])(
  'an instance, all of it, is nice and gives way to what wakes: $rule',
  async ({ options }) => {
    const host = await createTestHost({ niceness: 19, ...options });
    await host.add('polite', { files: { 'index.mjs': HANDLER }, timeout: 60 });
    expect((await host.call('polite', {}, 90_000)).body).toEqual([[4, 19]]);
    // At that niceness its end may take a while on a busy machine.
    await host.close();
  },
  120_000,
);
