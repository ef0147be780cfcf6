import { vi } from 'vitest';

/** Resolves once the check passes. Patient: other tests have the same processors. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { interval: 5, timeout: 60_000 });
}
