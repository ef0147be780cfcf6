import { type FunctionRuntime, functionRuntimes, type offeredRuntimes } from '@/lib/model/function';
import type { Machine } from './machine';

/** Runtimes that take the same code. */
export type RuntimeFamily = 'nodejs' | 'python' | 'provided';

export const familyOf = (runtime: FunctionRuntime): RuntimeFamily => {
  if (runtime.startsWith('nodejs')) return 'nodejs';
  return runtime.startsWith('python') ? 'python' : 'provided';
};

/** Where inline code of a runtime lies. */
export const inlineFiles: Record<RuntimeFamily, string> = {
  nodejs: 'index.mjs',
  python: 'index.py',
  provided: 'bootstrap',
};

const words: Record<(typeof offeredRuntimes)[number], string> = {
  'nodejs20.x': 'Node.js 20 (nodejs20.x)',
  'nodejs22.x': 'Node.js 22 (nodejs22.x)',
  'python3.x': 'Python 3 (python3.x)',
  'provided.al2023': 'Custom runtime (provided.al2023)',
};

const isOffered = (runtime: FunctionRuntime): runtime is keyof typeof words => Object.hasOwn(words, runtime);
const wordsOf = (runtime: FunctionRuntime) => (isOffered(runtime) ? words[runtime] : runtime);

/**
 * Those of a family, or all; one that this machine lacks says so and cannot be chosen.
 * @param chosen stands among them too, where AWS's tools named one that is not offered
 */
export const runtimeOptions = (
  machine: Pick<Machine, 'python'>,
  family?: RuntimeFamily,
  chosen?: FunctionRuntime,
) =>
  functionRuntimes
    .filter((value) => isOffered(value) || value === chosen)
    .filter((value) => !family || familyOf(value) === family)
    .map((value) => {
      const missing = familyOf(value) === 'python' && !machine.python;
      return {
        value,
        label: missing ? `${wordsOf(value)}: no python3 here` : wordsOf(value),
        disabled: missing,
      };
    });

/** What really runs the code on this machine. */
export function runtimeHelp(runtime: FunctionRuntime, machine: Pick<Machine, 'node' | 'python'>): string {
  const family = familyOf(runtime);
  if (family === 'nodejs') return `Runs on this machine’s Node.js ${machine.node}, whichever is named.`;
  if (family === 'provided') return 'Any executable named bootstrap that speaks the Lambda Runtime API.';
  return machine.python
    ? 'Runs on this machine’s python3.'
    : 'This machine has no python3: calls would fail.';
}

export const runtimeOf = (text: string): FunctionRuntime | undefined =>
  functionRuntimes.find((runtime) => runtime === text);
