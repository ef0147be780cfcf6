// Finds a browser, then runs Playwright with it. Arguments are passed on.
import { spawnSync } from 'node:child_process';
import { chromiumPath } from './chromium.mjs';

const path = await chromiumPath();
const env = { ...process.env, ...(path ? { CHROMIUM_PATH: path } : {}) };
const { status } = spawnSync('playwright', ['test', ...process.argv.slice(2)], { stdio: 'inherit', env });
process.exit(status ?? 1);
