import { afterEach, beforeAll, vi } from 'vitest';
import { bundleForTests } from './bundleForTests';
import { Installation } from './Installation';

/** Removes each test's installations (processes and data) after it. */
export function installations(): (environment?: Record<string, string>) => Promise<Installation> {
  // A start takes two seconds; on a machine that does other things as well, many more.
  vi.setConfig({ testTimeout: 600_000 });
  let entries = '';
  const made: Installation[] = [];
  beforeAll(async () => {
    entries = await bundleForTests();
  });
  afterEach(async () => {
    await Promise.all(made.splice(0).map((installation) => installation.remove()));
  });
  return async (environment) => {
    const installation = await Installation.create(entries, environment);
    made.push(installation);
    return installation;
  };
}
