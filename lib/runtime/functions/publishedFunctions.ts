import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Secrets } from '@/lib/control/ports';
import type { HostedFunction } from '@/lib/model/function';
import type { Config } from '../config';
import { isCode } from '../isCode';
import { replaceFile } from '../replaceFile';
import { functionFolder } from './functionFolder';

const pathOf = (config: Pick<Config, 'dataDir'>) => join(functionFolder(config), 'published');

/**
 * What there is to run, on disk, so that a function host that starts again needs no control. Sealed: environment
 * variables hold secrets.
 */
export async function writeFunctions(
  config: Pick<Config, 'dataDir'>,
  secrets: Secrets,
  functions: HostedFunction[],
): Promise<void> {
  await mkdir(functionFolder(config), { recursive: true, mode: 0o700 });
  const sealed = secrets.encrypt(JSON.stringify(functions));
  await replaceFile(pathOf(config), async (file) => {
    await file.writeFile(sealed);
  });
}

/** Before the first publication there are none. @throws Error when the file is not what was written */
export function readFunctions(config: Pick<Config, 'dataDir'>, secrets: Secrets): HostedFunction[] {
  try {
    return JSON.parse(secrets.decrypt(readFileSync(pathOf(config), 'utf8')));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}
