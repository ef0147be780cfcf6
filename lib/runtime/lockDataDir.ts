import { linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join, relative } from 'node:path';
import { StartFailure } from './StartFailure';

/**
 * Makes the data directory this process's own: a listening socket in it, which the kernel closes with the
 * process, however it ends. PGlite has no lock of its own, and two processes on one directory lose rows silently.
 * @throws StartFailure that says which process has it
 */
export async function lockDataDir(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = socketPath(dataDir);
  if (await listen(path)) return;
  const holder = await ask(path);
  if (holder !== null) throw taken(dataDir, holder);
  await removeStale(path, dataDir);
  if (!(await listen(path))) throw taken(dataDir, (await ask(path)) ?? 'unknown');
}

/** A socket's path is at most about 100 bytes long, so the shorter of its spellings is used. */
function socketPath(dataDir: string): string {
  const path = join(dataDir, 'control.sock');
  const fromHere = relative(process.cwd(), path);
  return fromHere.length < path.length ? fromHere : path;
}

/** False when the name is taken, be it by a living process or by one that died. */
function listen(path: string): Promise<boolean> {
  const server = createServer((socket) => socket.on('error', () => {}).end(`${process.pid}`));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(path, () => resolve(keep(server)));
  });
}

/** The lock must not keep a process alive that has nothing else to do. */
function keep(server: Server): true {
  server.unref();
  return true;
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
    socket.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? null : 'unknown'),
    );
    socket.on('close', () => resolve(pid || 'unknown'));
  });
}

/**
 * Takes a dead process's socket away by renaming, and looks again at what was taken: another start may have put
 * its own there since, which is then put back.
 */
async function removeStale(path: string, dataDir: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const holder = await ask(aside);
  if (holder !== null) linkSync(aside, path);
  rmSync(aside, { force: true });
  if (holder !== null) throw taken(dataDir, holder);
}

function taken(dataDir: string, pid: string): StartFailure {
  return new StartFailure(
    `Gatehouse already runs on ${dataDir} (process ${pid}). End that process, or set GATEHOUSE_DATA_DIR to another directory.`,
  );
}
