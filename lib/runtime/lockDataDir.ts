import { linkSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, relative } from 'node:path';
import { isCode } from './isCode';
import { StartFailure } from './StartFailure';

/** What the name of a socket may be long: 104 bytes on macOS, 108 on Linux, both with their end. */
const LONGEST_PATH = 100;

/**
 * Makes the data directory this process's own: a listening socket in it, which the kernel closes with the
 * process, however it ends. PGlite has no lock of its own, and two processes on one directory lose rows silently.
 *
 * A dead holder's socket cannot be taken away safely, for another start may have replaced it a moment ago. So each
 * holder has a number of its own: who finds the highest dead links its listening socket, whole, under the next.
 * @throws StartFailure that says which process has it
 */
export async function lockDataDir(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = reachable(dataDir);
  const candidate = `control.${process.pid}.new`;
  rmSync(join(dataDir, candidate), { force: true });
  await listen(join(folder, candidate));
  try {
    while (!(await takeNext(dataDir, folder, candidate)));
  } finally {
    rmSync(join(dataDir, candidate), { force: true });
  }
}

/** The pid of the process that has the directory, `unknown` when it does not say, null when nobody has. */
export async function dataDirHolder(dataDir: string): Promise<string | null> {
  const highest = Math.max(0, ...numbers(dataDir));
  return highest > 0 ? ask(join(reachable(dataDir), nameOf(highest))) : null;
}

/** False when another start came first in between: look again. */
async function takeNext(dataDir: string, folder: string, candidate: string): Promise<boolean> {
  const highest = Math.max(0, ...numbers(dataDir));
  const holder = highest > 0 ? await ask(join(folder, nameOf(highest))) : null;
  if (holder !== null) throw taken(dataDir, holder);
  const own = highest + 1;
  try {
    linkSync(join(dataDir, candidate), join(dataDir, nameOf(own)));
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
  const others = numbers(dataDir).filter((number) => number !== own);
  const late = others.some((number) => number > own);
  for (const number of late ? [own] : others) rmSync(join(dataDir, nameOf(number)), { force: true });
  return !late;
}

const nameOf = (number: number) => `control.${number}.sock`;

function numbers(dataDir: string): number[] {
  return readdirSync(dataDir)
    .flatMap((name) => /^control\.(\d+)\.sock$/.exec(name)?.[1] ?? [])
    .map(Number);
}

/** A spelling of the directory that is short enough for a socket below it: absolute, from here, or by descriptor. */
function reachable(dataDir: string): string {
  const longestName = `control.${'0'.repeat(10)}.sock`;
  const fits = (folder: string) => Buffer.byteLength(join(folder, longestName)) <= LONGEST_PATH;
  const spelling = [dataDir, relative(process.cwd(), dataDir) || '.'].find(fits);
  if (spelling !== undefined) return spelling;
  if (process.platform === 'linux') return `/proc/self/fd/${openSync(dataDir, 'r')}`;
  throw new StartFailure(`The path ${dataDir} is too long: set GATEHOUSE_DATA_DIR to a shorter one.`);
}

/** Tells anyone who connects which process this is. The lock alone does not keep the process alive. */
function listen(path: string): Promise<void> {
  const server = createServer((socket) => socket.on('error', () => {}).end(`${process.pid}`)).unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}

/** The holder's pid, or null when nobody listens. */
function ask(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    let pid = '';
    const socket = connect(path);
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', (bytes) => {
      pid += bytes.toString();
    });
    socket.on('error', (error) => {
      const nobody = isCode(error, 'ECONNREFUSED') || isCode(error, 'ENOENT');
      resolve(nobody ? null : 'unknown');
    });
    socket.on('close', () => resolve(pid || 'unknown'));
  });
}

function taken(dataDir: string, pid: string): StartFailure {
  return new StartFailure(
    `Gatehouse already runs on ${dataDir} (process ${pid}). End that process, or set GATEHOUSE_DATA_DIR to another directory.`,
  );
}
