// A browser for the end-to-end tests on a bare machine: the first of these that is there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @returns the path of a Chromium, or undefined when Playwright's own is installed */
export async function chromiumPath() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (await playwrightHasItsOwn()) return undefined;
  return (await packagedChromium()) ?? systemPaths.find((path) => existsSync(path)) ?? aptChromium();
}

async function playwrightHasItsOwn() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

/**
 * The browser inside the npm package (linux x64), the headless shell that Playwright's own is too: over the same pages it
 * takes 60 % of the processor time of a whole Chromium. It unpacks to /tmp once, before parallel workers start.
 */
async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath();
  return spawnSync(path, ['--version', '--no-sandbox']).status === 0 ? path : undefined;
}

function aptChromium() {
  if (process.getuid?.() !== 0) throw new Error('No Chromium found: install one or set CHROMIUM_PATH');
  const options = { stdio: 'inherit' };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  if (!existsSync('/usr/bin/chromium'))
    throw new Error('No Chromium found: install one or set CHROMIUM_PATH');
  return '/usr/bin/chromium';
}
