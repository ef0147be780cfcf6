import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const tests = ['{lib,db,components,app}/**/*.test.ts'];
const attacks = ['lib/gateway/vtl/attacks.test.ts', 'lib/gateway/pipeline/jsonBombs.test.ts'];

/** Those that take ten seconds and more of a processor, longest first. */
const longest = [
  'runtime/faults/killAll',
  'runtime/faults/controlKill',
  'runtime/faults/stop',
  'runtime/faults/workerKill',
  'runtime/faults/boot',
  'runtime/faults/publishing',
  'runtime/faults/database',
  'runtime/faults/rolling',
  'runtime/faults/socketLoad',
  'aws/services/apigatewayv2/junk',
  'aws/services/apigateway/junk',
  'runtime/manyKeys',
  'runtime/functions',
  'runtime/authorizers',
  'runtime/accessLogs',
  'runtime/faultyCode',
  'control/userPools/userPools',
  'control/users/signInWithUserPool',
];

/**
 * A clean clone knows no durations, and vitest begins with the largest files: the tests that take minutes are short
 * ones, which came last, when the other worker had nothing left to do.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const known = longest.findIndex((name) => moduleId.endsWith(`/lib/${name}.test.ts`));
      if (known >= 0) return known;
      return longest.length + (moduleId.includes('/lib/runtime/') ? 0 : 1);
    };
    const isolated = ({ project }: TestSpecification) => (project.config.isolate ? 0 : 1);
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => isolated(a) - isolated(b) || place(a) - place(b));
  }
}

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    // Two cores: more forks than that only make database tests wait for each other.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
    // These end only what hangs: a machine that is three times as slow, or does much else, passes.
    testTimeout: 180_000,
    expect: { poll: { timeout: 90_000 } },
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
  },
});
