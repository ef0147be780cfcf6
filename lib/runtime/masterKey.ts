import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCode } from './isCode';
import { StartFailure } from './StartFailure';

/**
 * The 32 bytes that all other keys derive from: GATEHOUSE_MASTER_KEY, or `master.key` in the data directory,
 * which the first process makes (mode 0600). Every process reads it itself, so that workers need no control.
 */
export function masterKey(config: { dataDir: string; masterKey?: string }): Buffer {
  const path = join(config.dataDir, 'master.key');
  const key = Buffer.from(config.masterKey ?? readOrMake(path, config.dataDir), 'base64');
  if (key.length === 32) return key;
  throw new StartFailure(
    `${path} does not hold 32 bytes in base64. Put the right file back: without it stored secrets cannot be read.`,
  );
}

function readOrMake(path: string, dataDir: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const part = `${path}.${process.pid}`;
  writeFileSync(part, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  // A link fails when the name is taken: of two processes that start at once one makes the key for both.
  try {
    linkSync(part, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(part, { force: true });
  }
  return readFileSync(path, 'utf8');
}
