import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['{lib,db,components,app}/**/*.test.ts'],
    // Two cores: more forks than that only make database tests wait for each other.
    maxWorkers: 2,
    // Files of one worker share modules and databases: half of the time went into loading them again and again. A
    // test that changes what others would see (environment, clocks) puts it back.
    isolate: false,
    testTimeout: 30_000,
    // A second, vitest's own, is too short on a busy machine for what other processes must come to say.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
  },
});
