import { type ChildProcess, spawn } from 'node:child_process';

/** Reads a line and is done; the end of its input without one is the end of who would have written it. */
const watch = 'read done || { kill -9 -$0; rm -rf "$@" || rm -rf "$@"; }';

// A run that is interrupted leaves its workers to themselves, and the pipes of what they started would hold them. Vitest
// lets no test end its process by `exit`.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));

/**
 * Kills a process's whole group, and removes what it has on disk, when this test process ends before it: however that
 * comes, for vitest ends its workers from outside.
 */
export function endsWithUs(leader: ChildProcess, folders: string[]): void {
  const watcher = spawn('sh', ['-c', watch, `${leader.pid}`, ...folders], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl-C reaches the group of the tests.
    detached: true,
  });
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  leader.once('exit', () => watcher.stdin.end('done\n'));
}
