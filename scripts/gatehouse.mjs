#!/usr/bin/env node
// The command `gatehouse`. A clone that was not built yet gets its bundles first (about 0.2 s).
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = new URL('../dist/cli/gatehouse.js', import.meta.url);
if (!existsSync(fileURLToPath(entry))) {
  const { bundle } = await import('./bundle.mjs');
  await bundle();
}
await import(entry.href);
