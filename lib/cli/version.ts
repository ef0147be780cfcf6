import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@/lib/runtime/projectRoot';

/** Of the installation that this command belongs to. */
export function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8'));
  return manifest.version;
}
