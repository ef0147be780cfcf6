import { existsSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '@/lib/runtime/config';
import { dataDirHolder } from '@/lib/runtime/lockDataDir';
import { type Finding, fail, ok, warn } from './Finding';

const MEGABYTE = 1024 * 1024;

/** May it be written, and who has it? @param isRunning whether a Gatehouse answers at this configuration's ports */
export async function checkDataDir({ dataDir }: Config, isRunning: boolean): Promise<Finding> {
  const place = nearestFolder(dataDir);
  const isWritable = await access(place, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!isWritable)
    return fail(
      'data',
      `${place} cannot be written by this user`,
      'Give this user the folder, or set GATEHOUSE_DATA_DIR to another.',
    );
  const holder = place === dataDir ? await dataDirHolder(dataDir) : null;
  if (holder === null) return isRunning ? elsewhere(dataDir) : free(dataDir, place === dataDir);
  if (isRunning) return ok('data', `${dataDir} is held by Gatehouse, process ${holder}`);
  return fail(
    'data',
    `${dataDir} is held by process ${holder}, which does not answer at these ports`,
    'End that process, or set the ports that it was started with.',
  );
}

const free = (dataDir: string, isThere: boolean) =>
  ok('data', isThere ? `${dataDir} is writable and free` : `${dataDir} is made at the first start`);

const elsewhere = (dataDir: string) =>
  warn(
    'data',
    `what answers here is not on ${dataDir}`,
    'Set GATEHOUSE_DATA_DIR to the folder that it was started with, or call the doctor from there.',
  );

/** The database grows; one that finds no room loses what it would have written. */
export async function checkDisk({ dataDir }: Config): Promise<Finding> {
  const { bavail, bsize } = await statfs(nearestFolder(dataDir));
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  const cure = 'Make room, or set GATEHOUSE_DATA_DIR to another disk.';
  if (free < 200) return fail('disk', `only ${free} MB are free`, cure);
  return free < 1_024 ? warn('disk', `${free} MB are free`, cure) : ok('disk', `${free} MB are free`);
}

/** The folder itself, or the lowest above it that is there. */
function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}
