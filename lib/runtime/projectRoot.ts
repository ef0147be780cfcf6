import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds Gatehouse's package.json, looked for upward from this module (source or bundle). */
export function projectRoot(from = import.meta.dirname): string {
  const manifest = join(from, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'gatehouse') return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('No package.json of Gatehouse above this file');
  return projectRoot(parent);
}
