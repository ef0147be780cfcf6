import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { bundleForTests } from './bundleForTests';
import { Installation } from './Installation';

/** Bundles once for a test file, and removes each test's installations (processes and data) after it. */
export function installations(): (environment?: Record<string, string>) => Promise<Installation> {
  // A start takes two seconds; on a machine that does other things as well, many more.
  vi.setConfig({ testTimeout: 180_000 });
  let bundles: Awaited<ReturnType<typeof bundleForTests>>;
  const made: Installation[] = [];
  beforeAll(async () => {
    bundles = await bundleForTests();
  });
  afterEach(async () => {
    await Promise.all(made.splice(0).map((installation) => installation.remove()));
  });
  afterAll(() => bundles.remove());
  return async (environment) => {
    const installation = await Installation.create(bundles.folder, environment);
    made.push(installation);
    return installation;
  };
}
