import type { Machine } from '../machine';
import type { RuntimeFamily } from '../runtimes';

/** A function to begin with: code that runs as it is. */
export interface Blueprint {
  id: string;
  title: string;
  description: string;
  family: RuntimeFamily;
  code: string;
  /** what the machine must have */
  needs?: keyof Pick<Machine, 'python' | 'curl'>;
  /** other than AWS's first value */
  configuration?: { timeout?: number };
}
