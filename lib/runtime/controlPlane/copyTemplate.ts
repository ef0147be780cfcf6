import { cpSync, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isCode } from '../isCode';

/**
 * Gives a new embedded database the empty directory that the build made: initdb takes seconds, a copy does not.
 * Copied beside and renamed, so that a start which is killed leaves nothing half made. Without a template (tests,
 * `npm run dev` before a build) PGlite makes its own.
 */
export async function copyTemplate(database: string, root: string): Promise<void> {
  const part = `${database}.part`;
  await rm(part, { recursive: true, force: true });
  if (existsSync(database)) return;
  try {
    // Of 1,300 small files: a promise for each took twice the processor time.
    cpSync(join(root, 'dist/template/database'), part, { recursive: true });
    await rename(part, database);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}
