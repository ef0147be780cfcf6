import { afterEach, vi } from 'vitest';
import { bundleForTests } from './bundleForTests';
import { Installation } from './Installation';
import { withCredentials } from './socketApi';

const environment = { ...withCredentials, DATABASE_PASSWORD_OF_OURS: 'for no function to see' };

/** Ended with this process: see endsWithUs. */
let shared: Installation | undefined;

/**
 * The one installation of a test worker, for tests that need a running Gatehouse and nothing special of it: a start
 * takes seconds of a processor. They use APIs, functions and plans of their own, and put back what is there once
 * (settings). They may stop and kill it and its processes: each test is given it healthy. One that fails ends it, for
 * what made it fail may be in it.
 */
export function sharedInstallation(): () => Promise<Installation> {
  // A start on a machine that does other things as well takes many seconds.
  vi.setConfig({ testTimeout: 600_000 });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await end();
  });
  return async () => {
    shared ??= await Installation.create(await bundleForTests(), environment);
    if (shared.ended) await shared.start();
    await shared.healthy();
    return shared;
  };
}

async function end(): Promise<void> {
  const ended = shared;
  shared = undefined;
  await ended?.remove();
}
