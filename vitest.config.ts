import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const tests = ['{lib,db,components,app}/**/*.test.ts'];
const attacks = ['lib/gateway/vtl/attacks.test.ts', 'lib/gateway/pipeline/jsonBombs.test.ts'];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    // Two cores: more forks than that only make database tests wait for each other.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // Files of one worker share modules and databases: half of the time went into loading them again and again.
        // A test that changes what others would see (environment, clocks) puts it back.
        test: { name: 'shared', include: tests, exclude: attacks, isolate: false },
      },
      {
        extends: true,
        // These make 10 MB texts into millions of values and hold the engine to its limits of time: in a worker of
        // their own, whose heap holds nothing of other files'.
        test: { name: 'attacks', include: attacks, isolate: true },
      },
    ],
    testTimeout: 30_000,
    // A second, vitest's own, is too short on a busy machine for what other processes must come to say.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
  },
});
