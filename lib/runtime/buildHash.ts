import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Tells this build of the process from every other: the hash of the bundle that this module is in. */
export function buildHash(): string {
  return createHash('sha256')
    .update(readFileSync(import.meta.filename))
    .digest('base64url');
}
