import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config';

/** What the name of a socket may be long: 104 bytes on macOS, 108 on Linux, both with their end. */
const LONGEST_PATH = 100;

/** Where zips, unpacked code and instances are. */
export const functionFolder = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'functions');

/** Where the function host listens: in its folder, or, when that is too long for a socket, in a folder of ours beside it all. */
export function functionSocket({ dataDir }: Pick<Config, 'dataDir'>): string {
  const path = join(functionFolder({ dataDir }), 'host.sock');
  if (Buffer.byteLength(path) <= LONGEST_PATH) return path;
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `gatehouse-${userInfo().uid}-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, 'host.sock');
}
