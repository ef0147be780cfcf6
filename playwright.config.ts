import { defineConfig } from '@playwright/test';

const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: 'e2e',
  // Each file starts its own Gatehouse on free ports with its own data directory. A walk waits for one thing at a time,
  // and leaves half of two cores to another.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  // These end only what hangs. A page that takes a second here takes twenty on a machine that does much else.
  timeout: 1_200_000,
  expect: { timeout: 90_000 },
  reporter: [['list']],
  // The long ones first: the last minute has short ones for both.
  projects: [
    { name: 'walks', testIgnore: 'conformance/**' },
    { name: 'conformance', testMatch: 'conformance/**/*.spec.ts' },
  ],
  use: {
    // What was done, asked and logged, and how it looked at the end. Pictures and copies of the page at every action took
    // a quarter of the processor time of a walk; `node scripts/e2e.mjs journey --trace retain-on-failure` has them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    actionTimeout: 90_000,
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
